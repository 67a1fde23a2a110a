package io.growthline.domain.inclusion;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.special.Erf;

/**
 * The score test of whether two shares are equal, with the share of both together in the standard
 * error; its square is the chi-squared statistic of Pearson 1900 for a table of two by two. See
 * Fleiss, Levin and Paik 2003, "Statistical Methods for Rates and Proportions", section 3.1.
 */
final class EqualShares {
  private static final double OUTSIDE = 0.10;

  private EqualShares() {}

  /**
   * The statistic, standard normal when the shares are equal; 0 when all rows are successes or none
   * is.
   */
  static double z(long rows, long successes, long otherRows, long otherSuccesses) {
    double pooled = (double) (successes + otherSuccesses) / (rows + otherRows);
    double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / rows + 1.0 / otherRows));
    double difference = (double) successes / rows - (double) otherSuccesses / otherRows;
    return error == 0 ? 0 : difference / error;
  }

  /** How often chance alone gives a statistic as far from 0. */
  static double p(double z) {
    return Erf.erfc(Math.abs(z) / Math.sqrt(2));
  }

  /**
   * Quantile at the upper end of intervals that hold together in 90 % of cases: Bonferroni's
   * inequality, Dunn 1961, "Multiple comparisons among means", JASA 56.
   *
   * @param comparisons number of intervals, at least 1
   */
  static double simultaneousZ(long comparisons) {
    return new NormalDistribution().inverseCumulativeProbability(1 - OUTSIDE / 2 / comparisons);
  }
}
