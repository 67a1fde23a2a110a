package io.growthline.domain.feature;

import io.growthline.domain.customer.CustomerHash;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.CustomerMart;
import io.growthline.domain.pricing.FctOfferOutcome;
import io.growthline.domain.pricing.OfferOutcomes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The offers that a customer was shown with what was known before the day of each, and what became
 * of it. Nothing is learned from customers who need protection. Outcomes count once 14 days have
 * passed, because until then those that are known are not like the others: who takes an offer does
 * so sooner than it is known of the others that they have not.
 */
public final class OfferFeatures implements CustomerMart<FctOfferFeatures> {
  /** Days after the one of the offer at whose end an outcome is known. */
  private static final int OUTCOME_DAYS = 14;

  private static final String HOLDOUT = "holdout";

  @Override
  public Class<FctOfferFeatures> table() {
    return FctOfferFeatures.class;
  }

  @Override
  public List<FctOfferFeatures> rows(CustomerAsOf customer) {
    List<FctOfferOutcome> offers =
        customer.rows(new OfferOutcomes()).stream()
            .sorted(Comparator.comparing(FctOfferOutcome::shownAt))
            .toList();
    Set<String> shown = new HashSet<>();
    List<FctOfferFeatures> rows = new ArrayList<>();
    for (FctOfferOutcome offer : offers) {
      boolean first = shown.add(offer.offerId());
      if (!offer.vulnerableCustomer()) {
        rows.add(row(customer, offer, first));
      }
    }
    return rows;
  }

  @Override
  public String emptyBecause() {
    return "no raw.offer_exposures of customers who need no protection";
  }

  /** Whether an offer was made, not held back to see what happens without one. */
  static boolean isMade(String arm) {
    return !HOLDOUT.equals(arm);
  }

  private static FctOfferFeatures row(CustomerAsOf customer, FctOfferOutcome offer, boolean first) {
    OfferInputs inputs = OfferInputs.at(customer.knownBefore(offer.shownOn()));
    CustomerMonthFeatures then = inputs.customer();
    boolean over = offer.shownOn().plusDays(OUTCOME_DAYS).isBefore(customer.asOf());
    Boolean taken = over ? offer.accepted() : null;
    boolean asked = offer.eligible() && isMade(offer.arm()) && inputs.active();
    return new FctOfferFeatures(
        offer.exposureId(),
        offer.customerId(),
        offer.offerId(),
        offer.arm(),
        offer.shownOn(),
        offer.segment(),
        CustomerHash.of(offer.customerId()) & 0xFFFF_FFFFL,
        first && offer.eligible() && offer.arm() != null,
        offer.priceMinor(),
        offer.incentiveMinor(),
        inputs.seen90d(),
        inputs.taken(),
        inputs.tenureDays(),
        then.transactionCount30d(),
        then.spendMinor90d(),
        then.daysSinceActive(),
        then.activeDays30d(),
        then.sessionCount30d(),
        then.featuresUsed30d(),
        then.supportContacts90d(),
        then.planPriceMinor(),
        then.lastNps(),
        asked ? taken : null,
        taken);
  }
}
