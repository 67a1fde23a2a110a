package io.growthline.domain.simulate;

import io.growthline.domain.event.OfferExposure;
import io.growthline.domain.event.OfferOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The offers that one customer was shown, and what became of them. */
final class OfferLog {
  private static final String GROWTH = "growth";
  private static final int OUTCOME_DAYS = 14;
  private final Journal journal;
  private final List<Decided> decided = new ArrayList<>();

  OfferLog(Journal journal) {
    this.journal = journal;
  }

  /** An offer as the customer saw it; {@code arm} is null where no trial runs. */
  record Shown(
      String offerId,
      String campaignId,
      String product,
      String offerType,
      String arm,
      long priceMinor,
      long incentiveMinor,
      boolean eligible,
      String reason,
      Boolean understood) {}

  private record Decided(
      String exposureId, Instant at, boolean accepted, long marginMinor, long incentiveMinor) {}

  /**
   * Shows an offer and keeps the decision of an eligible customer for the report.
   *
   * @param marginMinor twelve months' margin of an offer that is taken, before the incentive
   * @return false when it comes too late to happen
   */
  boolean show(Instant at, Shown shown, boolean accepted, long marginMinor) {
    String id = journal.id("o");
    if (!journal.add("exp", GROWTH, at, e -> exposure(e, id, shown))) {
      return false;
    }
    if (shown.eligible()) {
      long incentive = accepted ? shown.incentiveMinor() : 0;
      decided.add(new Decided(id, at, accepted, accepted ? marginMinor - incentive : 0, incentive));
    }
    return true;
  }

  /** Reports outcomes, 14 days after each offer was shown. */
  void report(Signals signals) {
    for (Decided offer : decided) {
      Instant at = offer.at().plus(Duration.ofDays(OUTCOME_DAYS));
      boolean contact = signals.contacts(at, OUTCOME_DAYS) > 0;
      boolean complaint = signals.complaints(at, OUTCOME_DAYS) > 0;
      journal.addByBank("out", GROWTH, at, e -> outcome(e, offer, contact, complaint));
    }
  }

  private static OfferExposure exposure(Envelope e, String id, Shown shown) {
    return new OfferExposure(
        e.eventId(),
        e.key(),
        e.customerId(),
        e.at(),
        e.ingestedAt(),
        2,
        e.source(),
        id,
        shown.offerId(),
        shown.campaignId(),
        shown.priceMinor(),
        shown.incentiveMinor(),
        shown.eligible(),
        shown.reason(),
        shown.understood(),
        shown.product(),
        shown.offerType(),
        shown.arm());
  }

  private static OfferOutcome outcome(
      Envelope e, Decided offer, boolean contact, boolean complaint) {
    return new OfferOutcome(
        e.eventId(),
        e.key(),
        e.customerId(),
        e.at(),
        e.ingestedAt(),
        1,
        e.source(),
        offer.exposureId(),
        offer.accepted(),
        offer.marginMinor(),
        offer.incentiveMinor(),
        contact,
        complaint);
  }
}
