package io.growthline.domain.pricing;

import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * Expected churn in 30 days, how price moves it, and what it does to revenue of twelve months of 30
 * days.
 */
final class Churn {
  private static final int MONTHS = 12;

  private Churn() {}

  /**
   * Churn at today's prices: the mean churn score where customers have one, otherwise cancellations
   * per 30 subscribed days with Garwood's exact Poisson interval (Garwood 1936, Biometrika 28).
   * Null when neither is known.
   */
  static Estimate baseline(AudienceCounts counts) {
    if (counts.scored() > 0) {
      double mean = counts.scoreMicros() / 1e6 / counts.scored();
      double variance =
          Math.max(0, counts.scoreSquareMicros() / 1e6 / counts.scored() - mean * mean);
      return clipped(Estimate.normal(mean, Math.sqrt(variance / counts.scored())));
    }
    if (counts.subscribedDays() <= 0) {
      return null;
    }
    double periods = counts.subscribedDays() / 30.0;
    long n = counts.cancelled();
    double lower =
        n == 0 ? 0 : new ChiSquaredDistribution(2.0 * n).inverseCumulativeProbability(0.05) / 2;
    double upper = new ChiSquaredDistribution(2.0 * n + 2).inverseCumulativeProbability(0.95) / 2;
    return new Estimate(share(n / periods), share(lower / periods), share(upper / periods));
  }

  /**
   * Churn at another price: the hazard is multiplied by (price / mean price)^e. Offers do not show
   * {@code e}, so it is an assumption, and its whole range enters the interval.
   */
  static Estimate at(double relativePrice, Estimate baseline, Estimate elasticity) {
    double one = Math.pow(relativePrice, elasticity.lower());
    double other = Math.pow(relativePrice, elasticity.upper());
    return new Estimate(
        scaled(baseline.value(), Math.pow(relativePrice, elasticity.value())),
        scaled(baseline.lower(), Math.min(one, other)),
        scaled(baseline.upper(), Math.max(one, other)));
  }

  /**
   * Expected monthly payments of an accepter in twelve months: the sum of (1 - churn)^m, m < 12.
   */
  static Estimate payments(Estimate churn) {
    return new Estimate(payments(churn.value()), payments(churn.upper()), payments(churn.lower()));
  }

  static double payments(double churn) {
    double sum = 0;
    double surviving = 1;
    for (int month = 0; month < MONTHS; month++) {
      sum += surviving;
      surviving *= 1 - churn;
    }
    return sum;
  }

  private static double scaled(double churn, double hazardRatio) {
    return 1 - Math.pow(1 - churn, hazardRatio);
  }

  private static double share(double hazard) {
    return 1 - Math.exp(-hazard);
  }

  private static Estimate clipped(Estimate share) {
    return new Estimate(share.value(), Math.max(0, share.lower()), Math.min(1, share.upper()));
  }
}
