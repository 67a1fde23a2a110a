package io.growthline.domain.geo;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SyntheticControlTest {
  private static final SyntheticControl METHOD = new SyntheticControl();

  @Test
  void aMixtureOfControlsAtAnotherLevelIsFoundAgain() {
    double[][] controls = Regions.withoutEffect(1, 6, 1, 0).controls();
    double[] mixture = new double[119];
    for (int day = 0; day < mixture.length; day++) {
      mixture[day] = 50 + 0.7 * controls[1][day] + 0.3 * controls[4][day];
    }

    Counterfactual fit =
        METHOD.fit(Regions.with(5, new Comparison(new double[][] {mixture}, controls, 98)));

    double[] expected = {0, 0.7, 0, 0, 0.3};
    for (int i = 0; i < expected.length; i++) {
      assertThat(fit.weights()[i], closeTo(expected[i], 1e-6));
    }
    assertThat(fit.l2(), closeTo(0, 1e-4));
    assertThat(fit.att(), closeTo(5, 1e-5));
  }

  @Test
  void noWeightsOfAtLeastZeroThatAddUpToOneFitBetter() {
    Comparison comparison = Regions.withoutEffect(2, 15, 2, 0.3);
    double best = METHOD.fit(comparison).l2();
    SplittableRandom random = new SplittableRandom(3);

    double[] weights = METHOD.fit(comparison).weights();
    assertThat(Arrays.stream(weights).sum(), closeTo(1, 1e-12));
    assertThat(Arrays.stream(weights).min().orElseThrow(), greaterThanOrEqualTo(0.0));
    for (int i = 0; i < 2_000; i++) {
      double step = random.nextDouble();
      double[] other = weights.clone();
      int to = random.nextInt(other.length);
      for (int j = 0; j < other.length; j++) {
        other[j] = (1 - step) * other[j] + (j == to ? step : 0);
      }
      assertThat(Counterfactual.of(comparison, other).l2(), greaterThanOrEqualTo(best - 1e-9));
    }
  }

  @Test
  void moreControlsThanDaysStillGiveWeights() {
    double[][] series = new double[30][10];
    SplittableRandom random = new SplittableRandom(4);
    for (double[] region : series) {
      Arrays.setAll(region, day -> random.nextDouble());
    }

    Counterfactual fit =
        METHOD.fit(new Comparison(Arrays.copyOf(series, 1), Arrays.copyOfRange(series, 1, 30), 8));

    assertThat(Arrays.stream(fit.weights()).sum(), closeTo(1, 1e-12));
  }

  @Test
  void theIntervalHoldsAPlantedEffectAboutAsOftenAsItSays() {
    int seeds = 150;
    int held = 0;
    for (int seed = 0; seed < seeds; seed++) {
      Comparison comparison = Regions.with(4, Regions.withoutEffect(seed, 12, 2, 0.3));
      Interval interval = METHOD.interval(comparison);
      held += interval.lower() <= 4 && 4 <= interval.upper() ? 1 : 0;
    }

    assertThat((double) held / seeds, allOf(greaterThan(0.84), lessThanOrEqualTo(0.96)));
  }

  @Test
  void aPlantedEffectIsFoundAndNoneIsNot() {
    Comparison without = Regions.withoutEffect(11, 12, 2, 0.3);

    assertThat(METHOD.p(without), greaterThan(0.1));
    assertThat(METHOD.p(Regions.with(5, without)), lessThan(0.01));
  }
}
