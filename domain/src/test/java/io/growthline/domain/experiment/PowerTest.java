package io.growthline.domain.experiment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PowerTest {
  /** Kohavi et al. 2009, section 3.2: 409,000 users an arm by 16, which rounds 15.7 up. */
  @Test
  void thePublishedShopNeedsItsUsers() {
    double effect = 0.05 * 3.75;

    long users = Power.USUAL.units(30 * 30, 0.5, effect);

    assertThat(users / 2.0, closeTo(409_600 * 15.698 / 16, 10));
    // As a conversion of 5 %: 121,600 by 16.
    assertThat(
        Power.USUAL.units(0.05 * 0.95, 0.5, 0.05 * 0.05) / 2.0, closeTo(121_600 * 15.698 / 16, 5));
  }

  @Test
  void whatIsDetectableIsTheEffectThatNeedsTheseUnits() {
    Sample arm = new Sample(2_000, 3, 7);

    double effect = Power.USUAL.detectable(arm, arm);

    assertThat((double) Power.USUAL.units(7, 0.5, effect), closeTo(4_000, 1));
  }

  @Test
  void unequalArmsNeedMore() {
    assertThat(
        (double) Power.USUAL.units(1, 0.1, 0.1) / Power.USUAL.units(1, 0.5, 0.1),
        closeTo((10 + 10 / 9.0) / 4, 0.01));
    assertThrows(IllegalArgumentException.class, () -> Power.USUAL.units(1, 0.5, 0));
    assertThrows(IllegalArgumentException.class, () -> new Power(0, 0.8));
  }

  @Test
  void daysAreLeftUntilEnoughHaveCome() {
    assertThat(Power.daysLeft(1_000, 400, 50), is(OptionalLong.of(12)));
    assertThat(Power.daysLeft(1_000, 401, 50), is(OptionalLong.of(12)));
    assertThat(Power.daysLeft(1_000, 1_000, 0), is(OptionalLong.of(0)));
    assertThat(Power.daysLeft(1_000, 400, 0), is(OptionalLong.empty()));
  }

  @Test
  void anEffectOfThatSizeIsSeenWithThatPower() {
    // The difference of two arms, in standard errors, around the detectable effect.
    var random = Arms.random(9);
    Sample control = new Sample(1_000, 0, 1);
    double effect = Power.USUAL.detectable(control, control);
    int seen = 0;
    for (int i = 0; i < 4_000; i++) {
      double mean = effect + random.nextGaussian() * Math.sqrt(2 / 1_000.0);
      Sample treatment = new Sample(1_000, mean, 1);
      seen += Welch.means(control, treatment, 0.95).orElseThrow().isSigned() ? 1 : 0;
    }
    assertThat(seen / 4_000.0, closeTo(0.8, 0.02));
  }
}
