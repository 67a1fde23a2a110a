package io.growthline.domain.uplift;

/**
 * The difference of two shares, with its {@value #LEVEL} % interval: the hybrid score interval of
 * Newcombe 1998, "Interval estimation for the difference between independent proportions",
 * Statistics in Medicine 17, method 10, which joins the intervals of Wilson 1927 of both shares. It
 * keeps within −1 and 1 and holds with few rows and shares near 0, where the interval of the normal
 * distribution does not.
 *
 * @param estimate first share less second
 * @param lower lower end of the interval
 * @param upper upper end of the interval
 */
public record Difference(double estimate, double lower, double upper) {
  /** Coverage of the interval in percent. */
  public static final int LEVEL = 90;

  /** Quantile of the standard normal distribution that leaves five percent on each side. */
  private static final double Z = 1.6448536269514722;

  /**
   * The share of {@code successes} in {@code rows} less that of the others.
   *
   * @throws IllegalArgumentException when either side has no rows
   */
  public static Difference of(long rows, long successes, long otherRows, long otherSuccesses) {
    return of(rows, successes, otherRows, otherSuccesses, Z);
  }

  /**
   * The same with an interval of another width.
   *
   * @param z quantile of the standard normal distribution at the upper end of the interval
   * @throws IllegalArgumentException when either side has no rows
   */
  public static Difference of(
      long rows, long successes, long otherRows, long otherSuccesses, double z) {
    if (rows <= 0 || otherRows <= 0) {
      throw new IllegalArgumentException(
          "Shares of %d and %d rows cannot be compared".formatted(rows, otherRows));
    }
    return of(
        new Share(rows, (double) successes / rows),
        new Share(otherRows, (double) otherSuccesses / otherRows),
        z);
  }

  /**
   * A share of weighted rows.
   *
   * @param rows above 0; of unequal weights the effective number, the square of their sum over the
   *     sum of their squares (Kish 1965, Survey Sampling, section 11.7)
   * @param share from 0 to 1
   */
  public record Share(double rows, double share) {
    // The lower end of the score interval for a negative z, else the upper.
    private double wilson(double z) {
      double z2 = z * z / rows;
      double half = z * Math.sqrt((share * (1 - share) + z2 / 4) / rows);
      return (share + z2 / 2 + half) / (1 + z2);
    }
  }

  /** One share less another. */
  public static Difference of(Share share, Share other) {
    return of(share, other, Z);
  }

  private static Difference of(Share share, Share other, double z) {
    double estimate = share.share() - other.share();
    double down = Math.hypot(share.share() - share.wilson(-z), other.wilson(z) - other.share());
    double up = Math.hypot(share.wilson(z) - share.share(), other.share() - other.wilson(-z));
    return new Difference(estimate, estimate - down, estimate + up);
  }

  /** Whether the interval leaves out 0, so that the sign of the difference is known. */
  public boolean isSigned() {
    return lower > 0 || upper < 0;
  }
}
