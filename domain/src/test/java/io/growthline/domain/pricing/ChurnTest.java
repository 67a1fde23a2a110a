package io.growthline.domain.pricing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.Test;

class ChurnTest {
  private static final Estimate NO_EFFECT = new Estimate(0, 0, 0);

  @Test
  void theMeanChurnScoreIsUsedWhereCustomersAreScored() {
    // Scores 0.1 and 0.3: mean 0.2, variance 0.01.
    Estimate churn = Churn.baseline(new AudienceCounts(2, 0, 2, 400_000, 100_000, 9, 90));

    assertThat(churn.value(), closeTo(0.2, 1e-12));
    assertThat(churn.standardError(), closeTo(Math.sqrt(0.01 / 2), 1e-9));
  }

  @Test
  void withoutScoresCancellationsPerSubscribedMonthAreUsed() {
    // 3 cancellations in 100 periods of 30 days; Garwood's 90 % limits are 0.818 and 7.754.
    Estimate churn = Churn.baseline(new AudienceCounts(10, 0, 0, 0, 0, 3, 3000));

    assertThat(churn.value(), closeTo(1 - Math.exp(-0.03), 1e-12));
    assertThat(churn.lower(), closeTo(1 - Math.exp(-0.00818), 1e-5));
    assertThat(churn.upper(), closeTo(1 - Math.exp(-0.07754), 1e-5));
  }

  @Test
  void noCancellationSoFarStillLeavesRoomForChurn() {
    Estimate churn = Churn.baseline(new AudienceCounts(10, 0, 0, 0, 0, 0, 3000));

    assertThat(churn.lower(), is(0.0));
    assertThat(churn.upper(), closeTo(1 - Math.exp(-0.02996), 1e-5));
  }

  @Test
  void churnIsUnknownWithoutScoresAndSubscriptions() {
    assertThat(Churn.baseline(new AudienceCounts(10, 0, 0, 0, 0, 0, 0)), is(nullValue()));
  }

  @Test
  void twelvePaymentsAreExpectedWhenNobodyLeaves() {
    assertThat(Churn.payments(0), is(12.0));
    assertThat(Churn.payments(0.5), closeTo(2 * (1 - Math.pow(0.5, 12)), 1e-12));
    assertThat(Churn.payments(1), is(1.0));
  }

  @Test
  void theAssumedPriceEffectRaisesChurnAndWidensItsInterval() {
    Estimate baseline = new Estimate(0.02, 0.02, 0.02);
    Estimate dearer = Churn.at(2, baseline, new Estimate(1, 0, 2));

    assertThat(dearer.value(), closeTo(1 - 0.98 * 0.98, 1e-12));
    assertThat(dearer.lower(), closeTo(0.02, 1e-12));
    assertThat(dearer.upper(), closeTo(1 - Math.pow(0.98, 4), 1e-12));
    assertThat(Churn.at(2, baseline, NO_EFFECT).value(), closeTo(0.02, 1e-12));
  }
}
