package io.growthline.domain.pricing;

/**
 * What a scenario asks: a monthly price and a one-off incentive for a segment.
 *
 * @param segment income band, or {@code all}
 * @param priceMinor monthly price in minor units, 1 to {@value #MAX_MINOR}
 * @param incentiveMinor one-off incentive in minor units, 0 to {@value #MAX_MINOR}
 */
public record ScenarioRequest(String segment, long priceMinor, long incentiveMinor) {
  /** Largest amount that is taken seriously. */
  public static final long MAX_MINOR = 10_000_000;

  /**
   * @throws IllegalArgumentException naming the field that is out of range
   */
  public ScenarioRequest {
    if (segment == null || segment.isBlank()) {
      throw new IllegalArgumentException("segment must be given, for example all");
    }
    check("price_minor", priceMinor, 1);
    check("incentive_minor", incentiveMinor, 0);
  }

  private static void check(String field, long value, long least) {
    if (value < least || value > MAX_MINOR) {
      throw new IllegalArgumentException(
          field + " must be between " + least + " and " + MAX_MINOR + ", not " + value);
    }
  }
}
