package io.growthline.domain.monitoring;

import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * A figure that a gate looks at, with what chance allows it to be.
 *
 * @param value the figure; NaN when there are too few rows to compute it
 * @param lower the true figure is below it with a probability of at most {@link #ERROR}
 * @param upper the true figure is above it with a probability of at most {@link #ERROR}
 * @param rows rows that the figure rests on
 * @param error probability with which one end is wrong; 0 for what was counted in full
 */
public record Measured(double value, double lower, double upper, long rows, double error) {
  /** Share of gates that chance alone may trip, whatever the true figure within its threshold. */
  public static final double ERROR = 0.01;

  /** A figure of a sample, with its interval. */
  public static Measured estimated(double value, double lower, double upper, long rows) {
    return new Measured(value, lower, upper, rows, ERROR);
  }

  /** A figure that was counted in full, and so has no sampling error. */
  public static Measured counted(double value, long rows) {
    return new Measured(value, value, value, rows, 0);
  }

  /**
   * A share of independent rows with its exact interval; Clopper and Pearson 1934, "The use of
   * confidence or fiducial limits illustrated in the case of the binomial", by quantiles of the
   * beta distribution.
   *
   * @param hits rows that count
   * @param rows all rows, at least one
   */
  public static Measured share(long hits, long rows) {
    double lower = hits == 0 ? 0 : beta(ERROR, hits, rows - hits + 1.0);
    double upper = hits == rows ? 1 : beta(1 - ERROR, hits + 1.0, rows - hits);
    return estimated((double) hits / rows, lower, upper, rows);
  }

  private static double beta(double probability, double alpha, double beta) {
    return new BetaDistribution(alpha, beta).inverseCumulativeProbability(probability);
  }

  /** The figure as if it were known without error. */
  Measured exactly() {
    return new Measured(value, value, value, rows, 0);
  }
}
