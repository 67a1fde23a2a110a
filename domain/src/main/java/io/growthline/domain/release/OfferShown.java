package io.growthline.domain.release;

/**
 * What came of an offer; counts of exposures.
 *
 * @param shown all
 * @param answered with a known outcome of complaints and support, {@code complaints} and {@code
 *     support} of them with one
 * @param reviews those that a person must look at
 * @param decided with a known answer, {@code taken} of them taken
 * @param margins those with a margin, which sums up to {@code marginMinor}, its squares to {@code
 *     marginSquares}
 */
public record OfferShown(
    String offerId,
    long shown,
    long answered,
    long complaints,
    long support,
    long reviews,
    long decided,
    long taken,
    long margins,
    long marginMinor,
    long marginSquares) {}
