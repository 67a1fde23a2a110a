package io.growthline.domain.uplift;

import io.growthline.domain.pricing.Estimate;

/**
 * The score interval of a share: Wilson 1927, "Probable inference, the law of succession, and
 * statistical inference", JASA 22. It keeps within 0 and 1 and holds with few rows.
 */
public final class Wilson {
  /** Quantile of the standard normal distribution that leaves five percent on each side. */
  private static final double Z90 = 1.6448536269514722;

  private Wilson() {}

  /**
   * The share of {@code successes} in {@code rows} with its 90 % interval.
   *
   * @param rows above 0
   */
  public static Estimate of(long rows, long successes) {
    return ofShare((double) successes / rows, rows);
  }

  /**
   * A share of {@code rows} with its 90 % interval.
   *
   * @param rows above 0
   */
  public static Estimate ofShare(double share, long rows) {
    double z2 = Z90 * Z90;
    double centre = (share + z2 / (2 * rows)) / (1 + z2 / rows);
    double half =
        Z90 / (1 + z2 / rows) * Math.sqrt(share * (1 - share) / rows + z2 / (4.0 * rows * rows));
    return new Estimate(
        share,
        Math.min(share, Math.max(0, centre - half)),
        Math.max(share, Math.min(1, centre + half)));
  }
}
