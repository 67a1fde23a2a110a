package io.growthline.domain.customer;

import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.NpsResponse;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Referral;
import io.growthline.domain.event.Session;
import io.growthline.domain.event.SupportContact;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.CustomerMart;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one row that shows all that matters about a customer. */
public final class Customer360 implements CustomerMart<Customer360Profile> {
  @Override
  public Class<Customer360Profile> table() {
    return Customer360Profile.class;
  }

  @Override
  public List<Customer360Profile> rows(CustomerAsOf customer) {
    return List.of(profile(customer));
  }

  @Override
  public String emptyBecause() {
    return "no raw events of customers";
  }

  private static Customer360Profile profile(CustomerAsOf customer) {
    KnownEvents known = customer.known();
    LocalDate asOf = customer.asOf();
    LocalDate days30 = asOf.minusDays(30);
    LocalDate days90 = asOf.minusDays(90);
    Optional<CustomerProfile> profile = known.newest(CustomerProfile.class);
    LocalDate openedOn = Account.openedOn(known).orElse(null);
    SubscriptionState subscription = SubscriptionState.at(known, asOf);
    Instant lastActive = Activity.last(known).map(RawEvent::occurredAt).orElse(null);
    Spending spending = Spending.of(known, known.all(Transaction.class));
    Spending recent = Spending.of(known, known.since(Transaction.class, days30));
    return new Customer360Profile(
        customer.id(),
        asOf,
        profile.map(CustomerProfile::region).orElse(null),
        profile.map(CustomerProfile::incomeSegment).orElse(null),
        profile.map(CustomerProfile::signupChannel).orElse(null),
        openedOn,
        openedOn == null ? null : ChronoUnit.DAYS.between(openedOn, asOf),
        profile.map(CustomerProfile::vulnerableCustomer).orElse(false),
        profile.map(CustomerProfile::businessAccount).orElse(false),
        subscription.plan(),
        subscription.priceMinor(),
        subscription.status(),
        lastActive,
        lastActive == null ? null : daysBetween(lastActive, asOf),
        spending.count(),
        spending.minor(),
        recent.count(),
        recent.minor(),
        spending.average(),
        known
            .newest(Transaction.class, known::isPurchase)
            .map(t -> daysBetween(t.occurredAt(), asOf))
            .orElse(null),
        spending.withoutRate() > 0 ? null : topCategory(known),
        known.since(Session.class, days30).size(),
        openComplaints(known),
        known.since(SupportContact.class, days90).size(),
        failedPayments(known.since(Payment.class, days90)),
        known.newest(NpsResponse.class).map(NpsResponse::score).orElse(null),
        qualified(known.all(Referral.class)),
        subscription.ignoredChanges(),
        spending.withoutRate());
  }

  private static long daysBetween(Instant at, LocalDate asOf) {
    return Duration.between(at, asOf.atStartOfDay(ZoneOffset.UTC).toInstant()).toDays();
  }

  // Of equal categories the first in the alphabet, so that reruns agree.
  private static String topCategory(KnownEvents known) {
    Reversals reversals = known.reversals();
    Map<String, long[]> byCategory = new HashMap<>();
    for (Transaction t : known.all(Transaction.class)) {
      if (t.merchantCategory() != null && reversals.counts(t)) {
        long[] sum = byCategory.computeIfAbsent(t.merchantCategory(), k -> new long[1]);
        sum[0] = Math.addExact(sum[0], known.reportingMinor(t).orElse(0));
      }
    }
    String top = null;
    long highest = 0;
    for (Map.Entry<String, long[]> category : byCategory.entrySet()) {
      long sum = category.getValue()[0];
      if (top == null
          || sum > highest
          || (sum == highest && category.getKey().compareTo(top) < 0)) {
        top = category.getKey();
        highest = sum;
      }
    }
    return top;
  }

  private static long openComplaints(KnownEvents known) {
    Instant now = known.day().atStartOfDay(ZoneOffset.UTC).toInstant();
    long open = 0;
    for (SupportContact contact : known.all(SupportContact.class)) {
      boolean unresolved = contact.resolvedAt() == null || !contact.resolvedAt().isBefore(now);
      open += contact.complaint() && unresolved ? 1 : 0;
    }
    return open;
  }

  private static long failedPayments(List<Payment> payments) {
    return payments.stream().filter(Payment::failed).count();
  }

  private static long qualified(List<Referral> referrals) {
    return referrals.stream().filter(Referral::qualifies).count();
  }
}
