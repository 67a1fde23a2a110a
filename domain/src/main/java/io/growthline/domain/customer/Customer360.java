package io.growthline.domain.customer;

import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.NpsResponse;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.Referral;
import io.growthline.domain.event.Session;
import io.growthline.domain.event.SupportContact;
import io.growthline.domain.event.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Builds the one row that shows all that matters about a customer. */
public final class Customer360 {
  private static final Duration DAYS_30 = Duration.ofDays(30);
  private static final Duration DAYS_90 = Duration.ofDays(90);

  private Customer360() {}

  /** The profile of a customer from what was known before {@code asOf}. */
  public static Customer360Profile of(CustomerTimeline timeline, LocalDate asOf) {
    Instant now = asOf.atStartOfDay(ZoneOffset.UTC).toInstant();
    KnownEvents known = new KnownEvents(timeline, now);
    Optional<CustomerProfile> profile = known.newest(CustomerProfile.class);
    LocalDate openedOn = Account.openedOn(known).orElse(null);
    SubscriptionState subscription = SubscriptionState.at(known, now);
    Instant lastActive = Activity.last(known).orElse(null);
    Spending spending = Spending.of(known.all(Transaction.class), now.minus(DAYS_30));
    return new Customer360Profile(
        timeline.customerId(),
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
        lastActive == null ? null : Duration.between(lastActive, now).toDays(),
        spending.count,
        spending.sumMinor,
        spending.recentCount,
        spending.recentSumMinor,
        spending.count == 0 ? null : (double) spending.sumMinor / spending.count,
        spending.topCategory(),
        known.since(Session.class, now.minus(DAYS_30)).size(),
        openComplaints(known, now),
        known.since(SupportContact.class, now.minus(DAYS_90)).size(),
        failedPayments(known, now.minus(DAYS_90)),
        known.newest(NpsResponse.class).map(NpsResponse::score).orElse(null),
        known.all(Referral.class).stream().filter(r -> r.stage().equals("qualified")).count());
  }

  private static long openComplaints(KnownEvents known, Instant now) {
    return known.all(SupportContact.class).stream()
        .filter(c -> c.complaint() && (c.resolvedAt() == null || !c.resolvedAt().isBefore(now)))
        .count();
  }

  private static long failedPayments(KnownEvents known, Instant from) {
    return known.since(Payment.class, from).stream()
        .filter(p -> p.status().equals("failed"))
        .count();
  }

  private static final class Spending {
    private final Map<String, Long> byCategory = new TreeMap<>();
    private long count;
    private long sumMinor;
    private long recentCount;
    private long recentSumMinor;

    static Spending of(Iterable<Transaction> transactions, Instant recentFrom) {
      Spending spending = new Spending();
      for (Transaction t : transactions) {
        if (TransactionFacts.isApproved(t)) {
          spending.add(t, !t.occurredAt().isBefore(recentFrom));
        }
      }
      return spending;
    }

    private void add(Transaction t, boolean recent) {
      count++;
      sumMinor += t.amountMinor();
      if (recent) {
        recentCount++;
        recentSumMinor += t.amountMinor();
      }
      if (t.merchantCategory() != null) {
        byCategory.merge(t.merchantCategory(), t.amountMinor(), Long::sum);
      }
    }

    // Of equal categories the first in the alphabet, so that reruns agree.
    String topCategory() {
      String top = null;
      long highest = Long.MIN_VALUE;
      for (Map.Entry<String, Long> category : byCategory.entrySet()) {
        if (category.getValue() > highest) {
          top = category.getKey();
          highest = category.getValue();
        }
      }
      return top;
    }
  }
}
