package io.growthline.domain.pricing;

import java.io.Serializable;

/**
 * All that demand models need of the offers of one {@link OfferCell}: sufficient statistics, so a
 * model of a million offers is fitted to a hundred rows.
 *
 * @param exposures offers shown
 * @param acceptances offers taken
 * @param complaints offers followed by a complaint within 14 days
 * @param margins acceptances with a known margin
 * @param marginMinor sum of those margins before the incentive
 * @param payouts acceptances with a known incentive cost
 * @param incentiveCostMinor sum of those costs
 */
public record CellCounts(
    long exposures,
    long acceptances,
    long complaints,
    long margins,
    long marginMinor,
    long payouts,
    long incentiveCostMinor)
    implements Serializable {

  /** The counts of one offer whose outcome is known. */
  static CellCounts of(FctOfferOutcome offer) {
    boolean accepted = offer.accepted();
    boolean margin = accepted && offer.marginMinor() != null;
    boolean payout = accepted && offer.incentiveCostMinor() != null;
    return new CellCounts(
        1,
        accepted ? 1 : 0,
        Boolean.TRUE.equals(offer.complaint14d()) ? 1 : 0,
        margin ? 1 : 0,
        margin ? offer.marginMinor() + (payout ? offer.incentiveCostMinor() : 0) : 0,
        payout ? 1 : 0,
        payout ? offer.incentiveCostMinor() : 0);
  }

  CellCounts plus(CellCounts other) {
    return new CellCounts(
        exposures + other.exposures,
        acceptances + other.acceptances,
        complaints + other.complaints,
        margins + other.margins,
        marginMinor + other.marginMinor,
        payouts + other.payouts,
        incentiveCostMinor + other.incentiveCostMinor);
  }
}
