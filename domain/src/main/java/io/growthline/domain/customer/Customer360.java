package io.growthline.domain.customer;

import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.event.NpsResponse;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The one row that shows all that matters about a customer. */
public final class Customer360 implements CustomerMart<Customer360Profile> {
  private static final SegmentRules RULES = SegmentRules.standard();

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
    Optional<CustomerProfile> profile = known.newest(CustomerProfile.class);
    LocalDate openedOn = Account.openedOn(known).orElse(null);
    SubscriptionState subscription = SubscriptionState.at(known, asOf);
    Instant lastActive = Activity.last(known).map(RawEvent::occurredAt).orElse(null);
    Long daysSinceActive = lastActive == null ? null : (Long) daysBetween(lastActive, asOf);
    RecentSpending spending = RecentSpending.of(customer);
    Billing billing = Billing.of(customer);
    CustomerSegment segment = customer.rows(new CustomerSegments()).get(0);
    long sessions = known.since(Session.class, days30).size();
    long sessionsBefore = known.between(Session.class, asOf.minusDays(60), days30).size();
    long openComplaints = openComplaints(known);
    boolean vulnerable = profile.map(CustomerProfile::vulnerableCustomer).orElse(false);
    CampaignRules campaigns =
        new CampaignRules(
            vulnerable,
            subscription.isCancelled(),
            asOf,
            customer.openedOn().orElse(null),
            daysSinceActive,
            openComplaints,
            billing.failed90d(),
            spending.all().count(),
            segment,
            customer.timeline().currency());
    Eligibility retention = campaigns.retention();
    Eligibility onboarding = campaigns.onboarding();
    Eligibility premium = campaigns.premium();
    return new Customer360Profile(
        customer.id(),
        asOf,
        profile.map(CustomerProfile::region).orElse(null),
        profile.map(CustomerProfile::incomeSegment).orElse(null),
        profile.map(CustomerProfile::signupChannel).orElse(null),
        openedOn,
        openedOn == null ? null : ChronoUnit.DAYS.between(openedOn, asOf),
        vulnerable,
        profile.map(CustomerProfile::businessAccount).orElse(false),
        profile.map(CustomerProfile::employmentStatus).orElse(null),
        profile.map(CustomerProfile::cardType).orElse(null),
        profile.map(CustomerProfile::creditLimitMinor).orElse(null),
        profile.map(CustomerProfile::pushOptIn).orElse(false),
        OnboardingState.of(known),
        subscription.plan(),
        subscription.priceMinor(),
        subscription.status(),
        billing.paidMinor(),
        billing.paidMinor90d(),
        billing.lastInvoice() == null ? null : billing.lastInvoice().occurredAt(),
        billing.lastInvoice() == null ? null : billing.lastInvoice().amountMinor(),
        billing.lastInvoiceStatus(),
        lastActive,
        daysSinceActive,
        Recency.of(daysSinceActive),
        spending.all().count(),
        spending.all().minor(),
        spending.last30().count(),
        spending.last30().minor(),
        spending.last90().count(),
        spending.last90().minor(),
        spending.prior90().minor(),
        spending.change(),
        spending.monthlyMinor(),
        utilisation(
            spending.monthlyMinor(), profile.map(CustomerProfile::creditLimitMinor).orElse(null)),
        spending.all().average(),
        known
            .newest(Transaction.class, known::isPurchase)
            .map(t -> daysBetween(t.occurredAt(), asOf))
            .orElse(null),
        spending.all().withoutRate() > 0 ? null : topCategory(customer),
        RULES.spendingProfile(spending),
        segment.behaviouralSegment(),
        segment.revenueTier(),
        segment.usageTier(),
        segment.npsTier(),
        sessions,
        sessionsBefore,
        features(known.since(FeatureUse.class, days30)),
        RULES.engagementTrend(sessions, sessionsBefore),
        openComplaints,
        known.since(SupportContact.class, asOf.minusDays(90)).size(),
        billing.failed90d(),
        known.newest(NpsResponse.class).map(NpsResponse::score).orElse(null),
        qualified(known.all(Referral.class)),
        campaigns.isAddressed(),
        retention.eligible(),
        retention.reason(),
        onboarding.eligible(),
        onboarding.reason(),
        premium.eligible(),
        premium.reason(),
        subscription.ignoredChanges(),
        spending.all().withoutRate());
  }

  private static long daysBetween(Instant at, LocalDate asOf) {
    return Duration.between(at, asOf.atStartOfDay(ZoneOffset.UTC).toInstant()).toDays();
  }

  private static Double utilisation(Double monthlyMinor, Long limitMinor) {
    return monthlyMinor == null || limitMinor == null || limitMinor == 0
        ? null
        : (Double) (monthlyMinor / limitMinor);
  }

  // Of equal categories the first in the alphabet, so that reruns agree.
  private static String topCategory(CustomerAsOf customer) {
    Map<String, Long> byCategory = new TreeMap<>();
    for (MonthlyCustomerSpending month : customer.rows(new MonthlySpending())) {
      if (!month.merchantCategory().equals(MerchantCategories.NONE)) {
        byCategory.merge(month.merchantCategory(), month.spendMinor(), Math::addExact);
      }
    }
    String top = null;
    for (Map.Entry<String, Long> category : byCategory.entrySet()) {
      if (top == null || category.getValue() > byCategory.get(top)) {
        top = category.getKey();
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

  private static long features(List<FeatureUse> uses) {
    return uses.stream().map(FeatureUse::feature).distinct().count();
  }

  private static long qualified(List<Referral> referrals) {
    return referrals.stream().filter(Referral::qualifies).count();
  }
}
