package io.growthline.domain.pricing;

import java.util.List;

/**
 * A fitted binary logit.
 *
 * @param coefficients intercept first
 * @param covariance covariance of the coefficients, rows then columns
 */
public record LogitFit(List<Double> coefficients, List<List<Double>> covariance) {
  /** Log odds at {@code x}. */
  double logOdds(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += coefficients.get(i) * x[i];
    }
    return sum;
  }

  /** Probability at {@code x}. */
  double probability(double[] x) {
    return logistic(logOdds(x));
  }

  /**
   * Standard error of a function of the coefficients by the delta method, sqrt(g'Vg) (Greene 2018,
   * "Econometric Analysis", 8th ed., theorem D.21A).
   *
   * @param gradient derivative of the function by each coefficient
   */
  double standardError(double[] gradient) {
    double variance = 0;
    for (int i = 0; i < gradient.length; i++) {
      for (int j = 0; j < gradient.length; j++) {
        variance += gradient[i] * covariance.get(i).get(j) * gradient[j];
      }
    }
    return Math.sqrt(Math.max(0, variance));
  }

  static double logistic(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
