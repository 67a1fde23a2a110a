package io.growthline.domain.monitoring;

import io.growthline.domain.scoring.Distribution;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;

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
  private static final int HANDFUL = 3;
  private static final int STEPS = 100;

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
   * The index with its interval. Divided by 1/n + 1/m it follows χ² with one degree of freedom less
   * than bins where nothing has shifted, and about noncentral χ² where something has (Yurdakul and
   * Naranjo 2020, "Statistical properties of the population stability index"); the ends are the
   * shifts of which the index would be a quantile. Far from equal shares its variance, by the delta
   * method, is larger, and 1/n + 1/m is taken that much larger. A bin of a handful of rows says
   * more than it knows: for the lower end shares below {@value #HANDFUL} rows count as that many,
   * which only lowers it. Quantiles are those of the cube root, which is about normal (Abdel-Aty
   * 1954, "Approximate formulae for the percentage points and the probability integral of the
   * non-central χ² distribution").
   *
   * @param expected reference
   * @param actual what is compared, over the same bins
   * @param error probability with which one end may be wrong
   */
  public static Measured measure(Distribution expected, Distribution actual, double error) {
    long rows = Math.min(expected.rows(), actual.rows());
    if (rows < LEAST_ROWS) {
      return new Measured(Double.NaN, Double.NaN, Double.NaN, rows, error);
    }
    double index = index(expected.shares(), actual.shares());
    int freedom = Math.max(1, filled(expected.shares(), actual.shares()) - 1);
    double z = new NormalDistribution().inverseCumulativeProbability(1 - error);
    Distribution less = atLeast(HANDFUL, rows, expected);
    Distribution more = atLeast(HANDFUL, rows, actual);
    double chance = chance(less, more);
    double careful = index(less.shares(), more.shares());
    return new Measured(
        index,
        chance * noncentrality(careful / chance, freedom, z),
        chance * noncentrality(index / chance, freedom, -z),
        rows,
        error);
  }

  private static Distribution atLeast(int count, long rows, Distribution distribution) {
    double least = (double) count / rows;
    return new Distribution(
        distribution.feature(),
        distribution.edges(),
        distribution.shares().stream().map(share -> Math.max(least, share)).toList(),
        distribution.rows());
  }

  // 1/n + 1/m, enlarged by the variance of the index over 4 · index · (1/n + 1/m), that near equal
  // shares.
  private static double chance(Distribution expected, Distribution actual) {
    double chance = 1.0 / expected.rows() + 1.0 / actual.rows();
    double index = index(expected.shares(), actual.shares());
    double variance = variance(expected, actual) + variance(actual, expected);
    return index == 0 ? chance : chance * Math.max(1, variance / (4 * index * chance));
  }

  // What chance among the rows of one side adds to the variance of the index.
  private static double variance(Distribution one, Distribution other) {
    double mean = 0;
    double square = 0;
    for (int i = 0; i < one.shares().size(); i++) {
      double share = one.shares().get(i);
      double ratio = other.shares().get(i) / share;
      double slope = 1 - ratio - Math.log(ratio);
      mean += share * slope;
      square += share * slope * slope;
    }
    return (square - mean * mean) / one.rows();
  }

  /**
   * Pass, warn or fail by the near end of the interval; withheld when there are fewer than {@value
   * #LEAST_ROWS} rows, or the index is beyond {@link #WARN} and its interval is not.
   */
  public static CheckStatus status(Measured index) {
    if (Double.isNaN(index.value())) {
      return CheckStatus.WITHHELD;
    } else if (index.lower() >= FAIL) {
      return CheckStatus.FAIL;
    } else if (index.lower() >= WARN) {
      return CheckStatus.WARN;
    }
    return index.value() >= WARN ? CheckStatus.WITHHELD : CheckStatus.PASS;
  }

  private static int filled(List<Double> expected, List<Double> actual) {
    return (int)
        IntStream.range(0, expected.size())
            .filter(i -> expected.get(i) > 0 || actual.get(i) > 0)
            .count();
  }

  // The noncentrality of which x lies z deviations above the mean; 0 when there is none.
  private static double noncentrality(double x, int freedom, double z) {
    double low = 0;
    double high = 4 * (x + freedom + z * z) + 100;
    if (deviations(x, freedom, low) <= z) {
      return 0;
    }
    for (int i = 0; i < STEPS; i++) {
      double middle = (low + high) / 2;
      if (deviations(x, freedom, middle) > z) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double deviations(double x, int freedom, double noncentrality) {
    double mean = freedom + noncentrality;
    double variance = 2 * (freedom + 2 * noncentrality) / (9 * mean * mean);
    return (Math.cbrt(x / mean) - 1 + variance) / Math.sqrt(variance);
  }
}
