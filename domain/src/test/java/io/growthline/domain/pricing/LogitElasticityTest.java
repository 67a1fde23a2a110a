package io.growthline.domain.pricing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogitElasticityTest {
  private static final LogitFit FIT =
      new LogitFit(List.of(0.0, -2.0), List.of(List.of(0.04, 0.01), List.of(0.01, 0.09)));

  @Test
  void atEvenOddsTheElasticityIsHalfThePriceCoefficient() {
    Estimate elasticity = LogitElasticity.at(FIT, new double[] {1, 0});

    assertThat(elasticity.value(), closeTo(-1.0, 1e-12));
    // Gradient (2 * 0.25, 0.5), so the variance is 0.25 (0.04 + 2 * 0.01 + 0.09).
    assertThat(elasticity.standardError(), closeTo(Math.sqrt(0.25 * 0.15), 1e-12));
  }

  @Test
  void theElasticityIsTheSlopeOfLogAcceptanceInLogPrice() {
    double h = 1e-6;
    double up = Math.log(FIT.probability(new double[] {1, 0.3 + h}));
    double down = Math.log(FIT.probability(new double[] {1, 0.3 - h}));

    assertThat(
        LogitElasticity.at(FIT, new double[] {1, 0.3}).value(),
        closeTo((up - down) / (2 * h), 1e-6));
  }

  @Test
  void theDeltaMethodAgreesWithNumericalGradients() {
    double[] x = {1, 0.3};
    double h = 1e-6;
    double[] gradient = new double[2];
    for (int j = 0; j < 2; j++) {
      gradient[j] = (moved(x, j, h) - moved(x, j, -h)) / (2 * h);
    }

    assertThat(
        LogitElasticity.at(FIT, x).standardError(), closeTo(FIT.standardError(gradient), 1e-8));
  }

  private static double moved(double[] x, int coefficient, double h) {
    List<Double> b = List.of(coefficient == 0 ? h : 0.0, coefficient == 1 ? -2.0 + h : -2.0);
    return LogitElasticity.at(new LogitFit(b, FIT.covariance()), x).value();
  }
}
