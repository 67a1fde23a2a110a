package io.growthline.domain.experiment;

/**
 * What the analysis of an arm needs: a mean over units and the variance of what a unit contributes
 * to it, so that the standard error of the mean is the root of variance over n, whatever the kind
 * of metric.
 *
 * @param n units, the customers of the arm
 * @param mean mean, or ratio of means
 * @param variance sample variance of a unit's contribution; NaN with fewer than two units
 */
public record Sample(long n, double mean, double variance) {
  /** Of the first number: a mean, or a proportion where each is 0 or 1. */
  public static Sample ofMean(Moments moments) {
    return new Sample(moments.n(), moments.meanY(), moments.varianceY());
  }

  /**
   * Of a ratio of sums, such as spend per session, where customers are assigned and not sessions.
   * Sessions of a customer are alike, so that the variance is that of customers, by the delta
   * method: Deng, Knoblich and Lu 2018, "Applying the delta method in metric analytics", KDD, eq. 4
   * (the variance of a ratio of means): (s_yy − 2 R s_xy + R² s_xx) / x̄². Its mean is NaN when no
   * unit has a denominator.
   */
  public static Sample ofRatio(Moments moments) {
    double ratio = (double) moments.sumY() / moments.sumX();
    double scatter =
        moments.varianceY()
            - 2 * ratio * moments.covariance()
            + ratio * ratio * moments.varianceX();
    double denominator = moments.meanX();
    return new Sample(moments.n(), ratio, Math.max(0, scatter) / (denominator * denominator));
  }

  /** The same in another unit. */
  public Sample times(double factor) {
    return new Sample(n, mean * factor, variance * factor * factor);
  }

  /** Variance of the mean. */
  double squaredError() {
    return variance / n;
  }

  /** Whether a mean and its error are known; only a mean that varies has an error. */
  boolean isUsable() {
    return n >= 2 && Double.isFinite(mean) && Double.isFinite(variance);
  }
}
