package io.growthline.domain.pricing;

import io.growthline.domain.customer.DimCustomer;
import io.growthline.domain.event.OfferExposure;
import io.growthline.domain.event.OfferOutcome;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.CustomerMart;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The offers that a customer saw with what became of them, one row for each exposure. Of several
 * outcomes the last counts; outcomes whose exposure is unknown have no row. Protection follows the
 * newest profile, so that a customer found vulnerable later is no longer learned from. Whether a
 * person must look at an offer follows the profile at the time: what was shown then is judged.
 */
public final class OfferOutcomes implements CustomerMart<FctOfferOutcome> {
  @Override
  public Class<FctOfferOutcome> table() {
    return FctOfferOutcome.class;
  }

  @Override
  public List<FctOfferOutcome> rows(CustomerAsOf customer) {
    Map<String, OfferOutcome> outcomes = new HashMap<>();
    for (OfferOutcome outcome : customer.known().all(OfferOutcome.class)) {
      outcomes.put(outcome.exposureId(), outcome);
    }
    boolean vulnerable =
        customer.versions().current().map(DimCustomer::vulnerableCustomer).orElse(false);
    Map<String, FctOfferOutcome> rows = new LinkedHashMap<>();
    for (OfferExposure shown : customer.known().all(OfferExposure.class)) {
      Optional<DimCustomer> then = customer.versions().at(shown.occurredAt());
      rows.putIfAbsent(
          shown.exposureId(), row(shown, outcomes.get(shown.exposureId()), then, vulnerable));
    }
    return List.copyOf(rows.values());
  }

  @Override
  public String emptyBecause() {
    return "no raw.offer_exposures";
  }

  private static FctOfferOutcome row(
      OfferExposure shown, OfferOutcome outcome, Optional<DimCustomer> then, boolean vulnerable) {
    return new FctOfferOutcome(
        shown.exposureId(),
        shown.customerId(),
        shown.offerId(),
        shown.campaignId(),
        shown.product(),
        shown.offerType(),
        shown.arm(),
        shown.occurredAt(),
        LocalDate.ofInstant(shown.occurredAt(), ZoneOffset.UTC),
        then.map(DimCustomer::incomeSegment).orElse("unknown"),
        then.map(DimCustomer::region).orElse(null),
        shown.priceMinor(),
        shown.incentiveMinor(),
        shown.eligible(),
        vulnerable,
        outcome == null ? null : outcome.accepted(),
        outcome == null ? null : outcome.marginMinor(),
        outcome == null ? null : outcome.incentiveCostMinor(),
        outcome == null ? null : outcome.supportContact14d(),
        outcome == null ? null : outcome.complaint14d(),
        shown.understood(),
        needsReview(shown, outcome, then));
  }

  private static boolean needsReview(
      OfferExposure shown, OfferOutcome outcome, Optional<DimCustomer> then) {
    return then.map(DimCustomer::vulnerableCustomer).orElse(false)
        || Boolean.FALSE.equals(shown.understood())
        || outcome != null && Boolean.TRUE.equals(outcome.complaint14d());
  }
}
