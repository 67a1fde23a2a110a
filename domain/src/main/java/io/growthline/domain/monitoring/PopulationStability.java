package io.growthline.domain.monitoring;

import java.util.List;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * Population stability index: Σ (actual − expected) · ln(actual / expected) over the bins (Siddiqi
 * 2006, "Credit Risk Scorecards", chapter 9; the symmetric divergence of Kullback and Leibler).
 * Shares below {@value #LEAST_SHARE} count as that much, so that an empty bin stays finite.
 */
public final class PopulationStability {
  /** From here on the population has shifted somewhat. */
  public static final double WARN = 0.1;

  /** From here on it has shifted. */
  public static final double FAIL = 0.25;

  /**
   * Fewer rows say nothing of ten bins: with m rows the index of an unchanged population is about
   * (bins − 1)/m, which at 100 rows is just below {@link #WARN} (Yurdakul and Naranjo 2020).
   */
  public static final long LEAST_ROWS = 100;

  private static final double LEAST_SHARE = 1e-4;
  private static final double CONFIDENCE = 0.95;

  private PopulationStability() {}

  /** The index of two lists of shares over the same bins. */
  public static double index(List<Double> expected, List<Double> actual) {
    if (expected.size() != actual.size()) {
      throw new IllegalArgumentException(
          "The bins differ: " + expected.size() + " expected, " + actual.size() + " actual");
    }
    double sum = 0;
    for (int i = 0; i < expected.size(); i++) {
      double e = Math.max(LEAST_SHARE, expected.get(i));
      double a = Math.max(LEAST_SHARE, actual.get(i));
      sum += (a - e) * Math.log(a / e);
    }
    return sum;
  }

  /**
   * Pass, warn or fail. A shift that chance alone explains passes: without any, the index divided
   * by 1/n + 1/m follows χ² with one degree of freedom less than bins (Yurdakul and Naranjo 2020,
   * "Statistical properties of the population stability index"); it must exceed the 95 % quantile.
   * Withheld when either side has fewer than {@value #LEAST_ROWS} rows.
   */
  public static CheckStatus status(double index, int bins, long expectedRows, long actualRows) {
    if (Math.min(expectedRows, actualRows) < LEAST_ROWS) {
      return CheckStatus.WITHHELD;
    }
    if (bins < 2 || index < WARN) {
      return CheckStatus.PASS;
    }
    double chance =
        new ChiSquaredDistribution(bins - 1).inverseCumulativeProbability(CONFIDENCE)
            * (1.0 / expectedRows + 1.0 / actualRows);
    if (index < chance) {
      return CheckStatus.PASS;
    }
    return index < FAIL ? CheckStatus.WARN : CheckStatus.FAIL;
  }
}
