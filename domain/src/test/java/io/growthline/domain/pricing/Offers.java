package io.growthline.domain.pricing;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Offers and counts for the tests of this package. */
final class Offers {
  static final LocalDate AS_OF = LocalDate.of(2026, 7, 1);

  private Offers() {}

  /** An offer at 5.00 with a margin of 12.00 when accepted; accepted null is not known yet. */
  static FctOfferOutcome offer(boolean eligible, boolean vulnerable, Boolean accepted) {
    Long margin = Boolean.TRUE.equals(accepted) ? 1200L : null;
    return offer(eligible, vulnerable, accepted, margin, null);
  }

  static FctOfferOutcome accepted(long marginMinor, long incentiveCostMinor) {
    return offer(true, false, true, marginMinor, incentiveCostMinor);
  }

  private static FctOfferOutcome offer(
      boolean eligible, boolean vulnerable, Boolean accepted, Long margin, Long incentiveCost) {
    LocalDate day = LocalDate.of(2026, 6, 1);
    return new FctOfferOutcome(
        "e1",
        "c1",
        "o1",
        null,
        null,
        null,
        null,
        day.atStartOfDay().toInstant(ZoneOffset.UTC),
        day,
        "middle",
        null,
        500,
        0,
        eligible,
        vulnerable,
        accepted,
        margin,
        incentiveCost,
        null,
        accepted == null ? null : false,
        null,
        false);
  }

  /** Counts with a margin of {@code marginMinor} for every acceptance. */
  static CellCounts counts(long exposures, long acceptances, long marginMinor) {
    return new CellCounts(
        exposures, acceptances, 0, acceptances, acceptances * marginMinor, acceptances, 0);
  }

  /** One segment, no incentive: acceptance at two prices. */
  static OfferCells twoPrices(long atFive, long atTen) {
    OfferCells cells = new OfferCells();
    cells.add(new OfferCell("middle", 500, 0), counts(1000, atFive, 3000));
    cells.add(new OfferCell("middle", 1000, 0), counts(1000, atTen, 6000));
    return cells;
  }

  /** 1,000 customers, 20 protected ones, 2 % churn in 30 days. */
  static Audiences audiences() {
    Audiences audiences = new Audiences();
    audiences.add("middle", new AudienceCounts(1000, 20, 1000, 20_000_000, 400_000, 0, 0));
    return audiences;
  }
}
