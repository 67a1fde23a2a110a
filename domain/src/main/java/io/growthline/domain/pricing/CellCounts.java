package io.growthline.domain.pricing;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;

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
    long incentiveCostMinor) {

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

  /**
   * @throws ArithmeticException when a sum does not fit 64 bits
   */
  CellCounts plus(CellCounts other) {
    return new CellCounts(
        Math.addExact(exposures, other.exposures),
        Math.addExact(acceptances, other.acceptances),
        Math.addExact(complaints, other.complaints),
        Math.addExact(margins, other.margins),
        Math.addExact(marginMinor, other.marginMinor),
        Math.addExact(payouts, other.payouts),
        Math.addExact(incentiveCostMinor, other.incentiveCostMinor));
  }

  void write(RowBuffer out) {
    out.putZigzag(exposures);
    out.putZigzag(acceptances);
    out.putZigzag(complaints);
    out.putZigzag(margins);
    out.putZigzag(marginMinor);
    out.putZigzag(payouts);
    out.putZigzag(incentiveCostMinor);
  }

  static CellCounts read(RowCursor in) {
    return new CellCounts(
        in.readZigzag(),
        in.readZigzag(),
        in.readZigzag(),
        in.readZigzag(),
        in.readZigzag(),
        in.readZigzag(),
        in.readZigzag());
  }
}
