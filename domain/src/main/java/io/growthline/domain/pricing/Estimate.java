package io.growthline.domain.pricing;

/**
 * A number with its uncertainty.
 *
 * @param value expected value
 * @param lower lower end of the 90 % interval
 * @param upper upper end of the 90 % interval
 */
public record Estimate(double value, double lower, double upper) {
  /** Two-sided 90 % quantile of the standard normal distribution. */
  static final double Z90 = 1.6448536269514722;

  public Estimate {
    if (!(lower <= value && value <= upper)) {
      throw new IllegalArgumentException(
          "An estimate needs lower <= value <= upper, not " + lower + ", " + value + ", " + upper);
    }
  }

  /** The normal interval around {@code value}. */
  static Estimate normal(double value, double standardError) {
    return new Estimate(value, value - Z90 * standardError, value + Z90 * standardError);
  }

  /** The standard error of which the interval is the normal one. */
  double standardError() {
    return (upper - lower) / (2 * Z90);
  }
}
