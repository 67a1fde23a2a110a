package io.growthline.pipelines.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  @Test
  void theMedianIsOneOfTheRuns() {
    assertThat(Measurement.median(List.of(of(9), of(1), of(3))), is(of(3)));
    assertThat(Measurement.median(List.of(of(9), of(1), of(3), of(2))), is(of(2)));
    assertThat(Measurement.median(List.of(of(9))), is(of(9)));
  }

  @Test
  void aTotalAddsTimesAndTakesTheLargestPeak() {
    Measurement one = new Measurement(new ProcessUsage(0, 4.0, 6.0, 300L, 900L, 0.5), 10, 3, 70L);
    Measurement two = new Measurement(new ProcessUsage(3, 2.0, 1.0, 500L, 900L, 0.25), 5, 1, null);
    assertThat(
        Measurement.total(List.of(one, two)),
        is(new Measurement(new ProcessUsage(0, 6.0, 7.0, 500L, 900L, 0.75), 15, 4, 70L)));
  }

  @Test
  void aSumOfWhichAPartIsUnknownIsUnknown() {
    Measurement known = new Measurement(new ProcessUsage(0, 4.0, 6.0, 300L, 900L, 0.5), 10, 3, 70L);
    assertThat(
        Measurement.total(List.of(known, of(2))),
        is(new Measurement(ProcessUsage.ofTime(0, 6), 11, 5, 70L)));
  }

  private static Measurement of(double seconds) {
    return new Measurement(ProcessUsage.ofTime(0, seconds), 1, seconds, null);
  }
}
