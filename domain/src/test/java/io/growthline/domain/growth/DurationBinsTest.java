package io.growthline.domain.growth;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class DurationBinsTest {
  private static final long THIRTY_DAYS = 30 * 86_400;

  @Property
  void theMedianIsWithinATenth(
      @ForAll @NotEmpty List<@LongRange(min = 60, max = THIRTY_DAYS) Long> seconds) {
    double median = seconds.stream().sorted().toList().get((seconds.size() - 1) / 2) / 3_600.0;

    assertThat(DurationBins.medianHours(counts(seconds), 1), closeTo(median, median / 10));
  }

  @Test
  void lessThanAMinuteIsNoTime() {
    assertThat(DurationBins.medianHours(counts(List.of(0L, 59L)), 1), is(0.0));
  }

  @Test
  void withoutDurationsThereIsNoMedian() {
    assertThat(DurationBins.medianHours(counts(List.of()), 1), is(nullValue()));
  }

  private static long[] counts(List<Long> seconds) {
    long[] counts = new long[1 + DurationBins.COUNT];
    seconds.forEach(s -> counts[1 + DurationBins.of(Duration.ofSeconds(s))]++);
    return counts;
  }
}
