package io.growthline.domain.pricing;

import java.util.Comparator;

/**
 * What offers have in common that are counted together.
 *
 * @param segment income band
 * @param priceMinor monthly price shown
 * @param incentiveMinor incentive shown
 */
public record OfferCell(String segment, long priceMinor, long incentiveMinor)
    implements Comparable<OfferCell> {
  private static final Comparator<OfferCell> ORDER =
      Comparator.comparing(OfferCell::segment)
          .thenComparingLong(OfferCell::priceMinor)
          .thenComparingLong(OfferCell::incentiveMinor);

  @Override
  public int compareTo(OfferCell other) {
    return ORDER.compare(this, other);
  }
}
