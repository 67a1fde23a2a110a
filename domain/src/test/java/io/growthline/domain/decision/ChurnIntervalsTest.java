package io.growthline.domain.decision;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.pricing.Estimate;
import io.growthline.domain.scoring.CalibrationBin;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChurnIntervalsTest {
  private static final List<CalibrationBin> BINS =
      List.of(
          new CalibrationBin(1, 500, 0.02, 0.01),
          new CalibrationBin(2, 300, 0.1, 0.14),
          new CalibrationBin(3, 200, 0.4, 0.35));

  @Test
  void stepsGiveTheIntervalOfTheNearestBin() {
    ChurnIntervals intervals = new ChurnIntervals(BINS, 0.3);
    for (double p = 0; p <= 1; p += 0.001) {
      double chance = p;
      Estimate observed =
          intervals.steps().stream()
              .filter(step -> chance <= step.most())
              .findFirst()
              .orElseThrow()
              .observed();
      assertThat(
          new Estimate(p, Math.min(p, observed.lower()), Math.max(p, observed.upper())),
          is(intervals.of(p)));
    }
  }

  @Test
  void withoutBinsThereAreNoSteps() {
    assertThat(new ChurnIntervals(List.of(), 0.3).steps(), is(empty()));
  }
}
