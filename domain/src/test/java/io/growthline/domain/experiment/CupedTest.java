package io.growthline.domain.experiment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CupedTest {
  @Test
  void aCovariateThatTellsAllLeavesTheEffectAlone() {
    // y = 10 x in the control, 10 x + 5 in the treatment.
    Moments control = Arms.ofPairs(new long[] {10, 1}, new long[] {20, 2}, new long[] {60, 6});
    Moments treatment = Arms.ofPairs(new long[] {5, 0}, new long[] {25, 2}, new long[] {45, 4});

    Cuped cuped = Cuped.of(control, treatment).orElseThrow();

    assertThat(cuped.theta(), closeTo(10, 1e-9));
    assertThat(cuped.removed(), closeTo(1, 1e-9));
    assertThat(cuped.treatment().mean() - cuped.control().mean(), closeTo(5, 1e-9));
  }

  @Test
  void theVarianceFallsByTheSquaredCorrelationAndTheEffectStays() {
    RandomGenerator random = Arms.random(5);
    double rho = 0.7;

    Cuped cuped = Cuped.of(arm(random, rho, 0), arm(random, rho, 200)).orElseThrow();

    assertThat(cuped.removed(), closeTo(rho * rho, 0.02));
    Effect effect = Welch.means(cuped.control(), cuped.treatment(), 0.95).orElseThrow();
    assertThat(effect.difference().excludes(200), is(false));
    assertThat(effect.standardError(), closeTo(1000 * Math.sqrt((1 - rho * rho) * 2 / 5000), 0.5));
  }

  @Test
  void thereIsNothingToAdjustForWhereNobodyHasAPast() {
    assertThat(Cuped.of(Arms.of(1, 2, 3), Arms.of(2, 3, 4)), is(Optional.empty()));
  }

  private static Moments arm(RandomGenerator random, double rho, long effect) {
    long[] sums = new long[Moments.WIDTH];
    for (int i = 0; i < 5_000; i++) {
      double x = random.nextGaussian();
      double y = rho * x + Math.sqrt(1 - rho * rho) * random.nextGaussian();
      long[] unit = Moments.ofUnit(Math.round(1000 * y) + effect, Math.round(1000 * x));
      for (int k = 0; k < sums.length; k++) {
        sums[k] += unit[k];
      }
    }
    return Moments.of(sums);
  }
}
