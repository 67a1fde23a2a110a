package io.growthline.domain.experiment;

/**
 * An estimate with its interval.
 *
 * @param estimate what is most likely
 * @param lower lower end
 * @param upper upper end
 */
public record Interval(double estimate, double lower, double upper) {
  /**
   * @throws IllegalArgumentException unless lower <= estimate <= upper
   */
  public Interval {
    if (!(lower <= estimate && estimate <= upper)) {
      throw new IllegalArgumentException(
          "An interval needs lower <= estimate <= upper, not %s, %s, %s"
              .formatted(lower, estimate, upper));
    }
  }

  /** The estimate less and plus half the width. */
  static Interval around(double estimate, double half) {
    return new Interval(estimate, estimate - half, estimate + half);
  }

  /** Whether a value lies outside. */
  public boolean excludes(double value) {
    return lower > value || upper < value;
  }
}
