package io.growthline.domain.feature;

import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.CustomerMart;
import io.growthline.domain.pricing.FctOfferOutcome;
import io.growthline.domain.pricing.OfferOutcomes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is known at the as-of day of a customer who can be made an offer: one who is active, has not
 * left, needs no protection and was eligible for the newest offer made.
 */
public final class LatestOffers implements CustomerMart<CustomerOfferLatest> {
  @Override
  public Class<CustomerOfferLatest> table() {
    return CustomerOfferLatest.class;
  }

  @Override
  public List<CustomerOfferLatest> rows(CustomerAsOf customer) {
    Optional<FctOfferOutcome> newest =
        customer.rows(new OfferOutcomes()).stream()
            .filter(offer -> OfferFeatures.isMade(offer.arm()))
            .max(Comparator.comparing(FctOfferOutcome::shownAt));
    return newest
        .filter(offer -> offer.eligible() && !offer.vulnerableCustomer())
        .flatMap(offer -> row(customer, offer))
        .stream()
        .toList();
  }

  @Override
  public String emptyBecause() {
    return "no active customer was shown an offer";
  }

  private static Optional<CustomerOfferLatest> row(CustomerAsOf customer, FctOfferOutcome offer) {
    OfferInputs inputs = OfferInputs.at(customer.known());
    return inputs.active() ? Optional.of(row(customer, offer, inputs)) : Optional.empty();
  }

  private static CustomerOfferLatest row(
      CustomerAsOf customer, FctOfferOutcome offer, OfferInputs inputs) {
    CustomerMonthFeatures then = inputs.customer();
    return new CustomerOfferLatest(
        customer.id(),
        customer.asOf(),
        offer.offerId(),
        offer.vulnerableCustomer(),
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
        then.lastNps());
  }
}
