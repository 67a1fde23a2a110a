package io.growthline.domain.experiment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SegmentsAndTimeTest {
  @Test
  void twoEffectsDifferByTheirSquaredZ() {
    Effect small = effect(0.1, 0.02);
    Effect large = effect(0.2, 0.04);

    Heterogeneity found = Heterogeneity.of(List.of(small, large)).orElseThrow();

    // z = 0.1 / √(0.02² + 0.04²), p of its square with one degree of freedom
    assertThat(found.q(), closeTo(0.01 / 0.002, 1e-9));
    assertThat(found.degrees(), is(1));
    assertThat(found.pValue(), closeTo(0.02535, 5e-6));
    assertThat(found.share(), closeTo(0.8, 1e-9));
  }

  @Test
  void equalEffectsDoNotDiffer() {
    Heterogeneity none =
        Heterogeneity.of(List.of(effect(0.1, 0.02), effect(0.1, 0.04), effect(0.1, 0.01)))
            .orElseThrow();

    assertThat(none.pValue(), closeTo(1, 1e-9));
    assertThat(none.share(), is(0.0));
    assertThat(Heterogeneity.of(List.of(effect(0.1, 0.02))), is(Optional.empty()));
  }

  @Test
  void aSegmentOfFewerThanTwoHundredAndFiftyAnArmIsWithheld() {
    assertThat(Heterogeneity.withheld("Wales", 250, 900), is(Optional.empty()));
    assertThat(
        Heterogeneity.withheld("Wales", 1_250, 249).orElseThrow(),
        is(
            "Wales has 1,250 customers in the control and 249 in the treatment; 250 of each are needed"));
  }

  @Test
  void anEffectThatFadesIsNovelty() {
    RandomGenerator random = Arms.random(11);
    Novelty.Days days = new Novelty.Days(7, 21);

    // 30 more in the first 7 days, 21 more in the 21 days after: 4.29 and 1 a day.
    Novelty fading =
        Novelty.of(course(random, 0, 0), course(random, 30, 21), days, 0.95).orElseThrow();
    Novelty lasting =
        Novelty.of(course(random, 0, 0), course(random, 30, 90), days, 0.95).orElseThrow();

    assertThat(fading.isFound(), is(true));
    assertThat(fading.change().excludes(1 - 30 / 7.0), is(false));
    assertThat(fading.pValue(), lessThan(0.001));
    assertThat(lasting.isFound(), is(false));
  }

  @Test
  void whatCustomersKeepInBothPartsTakesNothingFromTheTest() {
    RandomGenerator random = Arms.random(12);
    Novelty.Days days = new Novelty.Days(7, 7);
    Moments control = course(random, 0, 0);
    Moments treatment = course(random, 10, 10);

    Interval change = Novelty.of(control, treatment, days, 0.95).orElseThrow().change();

    // Own scatter of 10 in each part over 7 days, 2,000 an arm; the common 100 cancels.
    double error = 10.0 / 7 * Math.sqrt(2 * 2 / 2_000.0);
    assertThat(change.upper() - change.lower(), closeTo(2 * 1.96 * error, 0.02));
  }

  @Test
  void aGuardrailIsKeptUnclearOrBreachedByItsWholeInterval() {
    Interval some = new Interval(0.004, 0.002, 0.006);

    assertThat(GuardrailState.of(some, Direction.DOWN_IS_GOOD, 0.006), is(GuardrailState.KEPT));
    assertThat(GuardrailState.of(some, Direction.DOWN_IS_GOOD, 0.005), is(GuardrailState.UNCLEAR));
    assertThat(GuardrailState.of(some, Direction.DOWN_IS_GOOD, 0.001), is(GuardrailState.BREACHED));
    assertThat(GuardrailState.of(some, Direction.UP_IS_GOOD, 0), is(GuardrailState.KEPT));
    Interval loss = new Interval(-0.004, -0.006, -0.002);
    assertThat(GuardrailState.of(loss, Direction.UP_IS_GOOD, 0.001), is(GuardrailState.BREACHED));
    assertThat(GuardrailState.of(loss, Direction.UP_IS_GOOD, 0.004), is(GuardrailState.UNCLEAR));
  }

  @Test
  void withoutAWindowThereAreNoParts() {
    String message =
        org.junit.jupiter.api.Assertions.assertThrows(
                IllegalArgumentException.class, () -> new Novelty.Days(7, 0))
            .getMessage();
    assertThat(message, containsString("need a day"));
    assertThat(new Novelty.Days(7, 1).later(), greaterThan(0));
  }

  private static Effect effect(double difference, double error) {
    double variance = error * error * 500; // of each of two arms of 1,000
    return Welch.means(
            new Sample(1_000, 1, variance), new Sample(1_000, 1 + difference, variance), 0.95)
        .orElseThrow();
  }

  // What customers do in the first days and later: their own level, chance, and an effect.
  private static Moments course(RandomGenerator random, long first, long later) {
    long[] sums = new long[Moments.WIDTH];
    for (int i = 0; i < 2_000; i++) {
      double level = 1_000 + 100 * random.nextGaussian();
      long y = Math.round(level + 10 * random.nextGaussian()) + first;
      long x = Math.round(level + 10 * random.nextGaussian()) + later;
      long[] unit = Moments.ofUnit(y, x);
      for (int k = 0; k < sums.length; k++) {
        sums[k] += unit[k];
      }
    }
    return Moments.of(sums);
  }
}
