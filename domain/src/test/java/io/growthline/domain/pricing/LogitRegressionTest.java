package io.growthline.domain.pricing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.pricing.LogitRegression.Group;
import io.growthline.domain.pricing.LogitRegression.NotIdentifiedException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogitRegressionTest {

  @Test
  void twoGroupsGiveTheLogOddsRatioAndWoolfsVariance() throws Exception {
    // 20 of 100 at x = 0, 50 of 100 at x = 1: the model fits both exactly.
    LogitFit fit =
        LogitRegression.fit(
            List.of(
                new Group(new double[] {1, 0}, 100, 20), new Group(new double[] {1, 1}, 100, 50)));

    assertThat(fit.coefficients().get(0), closeTo(Math.log(20.0 / 80), 1e-9));
    assertThat(fit.coefficients().get(1), closeTo(Math.log(50.0 / 50) - Math.log(20.0 / 80), 1e-9));
    double woolf = 1 / 20.0 + 1 / 80.0 + 1 / 50.0 + 1 / 50.0;
    assertThat(fit.covariance().get(1).get(1), closeTo(woolf, 1e-9));
  }

  @Test
  void plantedCoefficientsAreRecoveredFromSimulatedOffers() throws Exception {
    Random random = new Random(7);
    Group[] groups = new Group[18];
    double[] prices = {399, 499, 599, 699, 799, 899};
    double[] shares = {0, 0.07, 0.14};
    for (int i = 0; i < groups.length; i++) {
      double[] x = {1, Math.log(prices[i / 3] / 649), shares[i % 3]};
      double p = LogitFit.logistic(-0.9 - 1.8 * x[1] + 3 * x[2]);
      long accepted = 0;
      for (int n = 0; n < 4000; n++) {
        accepted += random.nextDouble() < p ? 1 : 0;
      }
      groups[i] = new Group(x, 4000, accepted);
    }

    LogitFit fit = LogitRegression.fit(List.of(groups));

    double[] planted = {-0.9, -1.8, 3};
    for (int j = 0; j < planted.length; j++) {
      double error = Math.sqrt(fit.covariance().get(j).get(j));
      assertThat(fit.coefficients().get(j), closeTo(planted[j], 3 * error));
      assertThat(error, closeTo(0.1, 0.1));
    }
  }

  @Test
  void completeSeparationHasNoEstimate() {
    NotIdentifiedException e =
        assertThrows(
            NotIdentifiedException.class,
            () ->
                LogitRegression.fit(
                    List.of(
                        new Group(new double[] {1, 0}, 100, 100),
                        new Group(new double[] {1, 1}, 100, 0))));

    assertThat(e.getMessage(), containsString("separates"));
  }

  @Test
  void incentivesThatMovedWithPriceCannotBeToldApart() {
    NotIdentifiedException e =
        assertThrows(
            NotIdentifiedException.class,
            () ->
                LogitRegression.fit(
                    List.of(
                        new Group(new double[] {1, 0, 0}, 100, 60),
                        new Group(new double[] {1, 1, 2}, 100, 30))));

    assertThat(e.getMessage(), containsString("moved together"));
  }
}
