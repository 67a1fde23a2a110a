package io.growthline.domain.experiment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AlwaysValidTest {
  @Test
  void theIntervalIsThatOfTheTheorem() {
    // t = 500, ρ² = (5.991465 + ln 6.991465) / 500 = 0.01587229: r = 7.936144
    Interval interval = always(1_000, 3).difference();

    double half = Math.sqrt(2 / 1_000.0) * Math.sqrt(8.936144 / 7.936144 * (5.991465 + 2.190104));
    assertThat(interval.upper() - interval.estimate(), closeTo(half, 1e-6));
    assertThat(half / (1.96 * Math.sqrt(2 / 1_000.0)), closeTo(1.55, 0.005));
  }

  @Property(tries = 200)
  void thePValueIsBelowAlphaExactlyWhereTheIntervalLeavesOutZero(
      @ForAll @IntRange(min = 30, max = 100_000) int n,
      @ForAll @DoubleRange(min = -6, max = 6) double z) {
    AlwaysValid always = always(n, z);

    assertThat(always.pValue() < 0.05, is(always.difference().excludes(0)));
  }

  @Test
  void itIsWiderThanAnIntervalForOneLookAndTightensWithUnits() {
    Sample arm = new Sample(1_000, 0, 1);
    Interval once = Welch.means(arm, arm, 0.95).orElseThrow().difference();

    assertThat(always(1_000, 0).difference().upper(), greaterThan(once.upper()));
    assertThat(
        always(50_000, 0).difference().upper(), lessThan(always(1_000, 0).difference().upper()));
  }

  @Test
  void fewUnitsGetNone() {
    Sample few = new Sample(29, 0, 1);
    Sample many = new Sample(900, 0, 1);

    assertThat(AlwaysValid.of(few, many, 0.95), is(Optional.empty()));
    assertThat(AlwaysValid.of(many, new Sample(30, 0, 1), 0.95).isPresent(), is(true));
    assertThat(
        AlwaysValid.of(new Sample(900, 1, 0), new Sample(900, 1, 0), 0.95), is(Optional.empty()));
  }

  /** Two arms whose difference is so many standard errors. */
  private static AlwaysValid always(long n, double z) {
    return AlwaysValid.of(new Sample(n, 0, 1), new Sample(n, z * Math.sqrt(2.0 / n), 1), 0.95)
        .orElseThrow();
  }
}
