package io.growthline.domain.feature;

import io.growthline.domain.customer.Account;
import io.growthline.domain.customer.KnownEvents;
import io.growthline.domain.event.OfferExposure;
import io.growthline.domain.event.OfferOutcome;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What was known of a customer at the start of a day, for an offer.
 *
 * @param customer features of the customer
 * @param active whether the customer was active and had not left, see {@link CustomerFeatures}
 * @param tenureDays null without an account
 * @param seen90d offers shown in the 90 days before
 * @param taken offers taken before
 */
record OfferInputs(
    CustomerMonthFeatures customer, boolean active, Long tenureDays, long seen90d, long taken) {
  private static final int DAYS_SEEN = 90;

  static OfferInputs at(KnownEvents known) {
    LocalDate day = known.day();
    Optional<CustomerMonthFeatures> active = CustomerFeatures.at(known, null);
    long taken = 0;
    for (OfferOutcome outcome : known.all(OfferOutcome.class)) {
      taken += outcome.accepted() ? 1 : 0;
    }
    return new OfferInputs(
        active.orElseGet(() -> CustomerFeatures.ofAnyone(known)),
        active.isPresent(),
        Account.openedOn(known)
            .filter(opened -> opened.isBefore(day))
            .map(opened -> ChronoUnit.DAYS.between(opened, day))
            .orElse(null),
        known.since(OfferExposure.class, day.minusDays(DAYS_SEEN)).size(),
        taken);
  }
}
