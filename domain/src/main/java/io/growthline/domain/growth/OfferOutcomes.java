package io.growthline.domain.growth;

import io.growthline.domain.customer.CustomerTimeline;
import io.growthline.domain.customer.CustomerVersions;
import io.growthline.domain.customer.DimCustomer;
import io.growthline.domain.event.OfferExposure;
import io.growthline.domain.event.OfferOutcome;
import io.growthline.domain.pricing.FctOfferOutcome;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Joins the offers that a customer saw with what became of them. */
public final class OfferOutcomes {
  private OfferOutcomes() {}

  /**
   * One row for each exposure. Of several outcomes the last counts; outcomes whose exposure is
   * unknown have no row. Protection follows the newest profile, so that a customer found vulnerable
   * later is no longer learned from.
   */
  public static List<FctOfferOutcome> of(CustomerTimeline timeline, CustomerVersions versions) {
    Map<String, OfferOutcome> outcomes = new HashMap<>();
    timeline.events(OfferOutcome.class).forEach(o -> outcomes.put(o.exposureId(), o));
    boolean vulnerable = versions.current().map(DimCustomer::vulnerableCustomer).orElse(false);
    Map<String, FctOfferOutcome> rows = new LinkedHashMap<>();
    for (OfferExposure shown : timeline.events(OfferExposure.class)) {
      Optional<OfferOutcome> outcome = Optional.ofNullable(outcomes.get(shown.exposureId()));
      Optional<DimCustomer> then = versions.at(shown.occurredAt());
      rows.putIfAbsent(shown.exposureId(), row(shown, outcome, then, vulnerable));
    }
    return List.copyOf(rows.values());
  }

  private static FctOfferOutcome row(
      OfferExposure shown,
      Optional<OfferOutcome> outcome,
      Optional<DimCustomer> then,
      boolean vulnerable) {
    return new FctOfferOutcome(
        shown.exposureId(),
        shown.customerId(),
        shown.offerId(),
        shown.campaignId(),
        shown.occurredAt(),
        LocalDate.ofInstant(shown.occurredAt(), ZoneOffset.UTC),
        then.map(DimCustomer::incomeSegment).orElse("unknown"),
        then.map(DimCustomer::region).orElse(null),
        shown.priceMinor(),
        shown.incentiveMinor(),
        shown.eligible(),
        vulnerable,
        outcome.map(OfferOutcome::accepted).orElse(null),
        outcome.map(OfferOutcome::marginMinor).orElse(null),
        outcome.map(OfferOutcome::incentiveCostMinor).orElse(null),
        outcome.map(OfferOutcome::complaint14d).orElse(null));
  }
}
