package io.growthline.domain.value;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

class SurvivalTest {
  @Test
  void whoStaysForSureStaysAllMonthsAndWhoLeavesForSureNone() {
    assertThat(Survival.months(1, 12), is(12.0));
    assertThat(Survival.months(0, 12), is(0.0));
  }

  @Test
  void aHalfStaysAMonthAQuarterTwo() {
    assertThat(Survival.months(0.5, 3), is(0.875));
  }

  @Test
  void theLikelierReasonToBeThereCounts() {
    assertThat(Survival.months(0.5, 0.3, 3), is(0.5 + 0.3 + 0.3));
    assertThat(Survival.months(0, 0.3, 2), is(0.6));
  }

  /**
   * Berger and Nasr 1998, case 1: a customer who pays 260 a year and costs 50 in its middle, stays
   * with 0.75 and is discounted by 20 %, is worth 568.78 in ten years.
   */
  @Test
  void thePublishedExampleOfBergerAndNasrIsReproduced() {
    double stays = 0.75 / 1.2;
    double revenue = 260 * (1 + Survival.months(stays, 10));
    double promotion = 50 / Math.sqrt(1.2) * (1 + Survival.months(stays, 9));

    assertThat(revenue - promotion, closeTo(568.78, 0.005));
  }
}
