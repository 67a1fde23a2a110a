package io.growthline.domain.feature;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.Account;
import io.growthline.domain.customer.Activity;
import io.growthline.domain.customer.KnownEvents;
import io.growthline.domain.customer.SubscriptionState;
import io.growthline.domain.customer.TransactionFacts;
import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.event.NpsResponse;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Session;
import io.growthline.domain.event.Subscription;
import io.growthline.domain.event.SupportContact;
import io.growthline.domain.event.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The features of a customer at one moment, from what was known then.
 *
 * <p>Only customers at risk of leaving have any: those who have an account, were active in the last
 * 30 days and have not cancelled all their subscriptions. Who has left already cannot be kept.
 */
public final class CustomerFeatures {
  /** Days without activity after which a customer counts as gone. */
  public static final int INACTIVE_DAYS = 30;

  private static final Duration DAYS_30 = Duration.ofDays(30);
  private static final Duration DAYS_90 = Duration.ofDays(90);
  private static final long MAX_DAYS_SINCE = 365;

  private CustomerFeatures() {}

  /**
   * The features at the midnight that {@code known} ends at; empty for a customer not at risk.
   *
   * @param churned the label, null when it cannot be known yet
   */
  public static Optional<CustomerMonthFeatures> at(KnownEvents known, Boolean churned) {
    Instant now = known.before();
    long daysSinceActive = daysSince(Activity.last(known), now);
    if (daysSinceActive >= INACTIVE_DAYS) {
      return Optional.empty();
    }
    SubscriptionState subscription = SubscriptionState.at(known, now);
    if (subscription.isCancelled()) {
      return Optional.empty();
    }
    return Account.openedOn(known)
        .filter(day -> day.isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC)))
        .map(day -> features(known, day, subscription, daysSinceActive, churned));
  }

  /** The same features as a row for online scoring. */
  public static CustomerFeaturesLatest latest(CustomerMonthFeatures features) {
    // Both tables have the same columns in the same order; the label comes last and is left out.
    Object[] values = TableSpec.of(CustomerMonthFeatures.class).values(features);
    return TableSpec.of(CustomerFeaturesLatest.class)
        .create(Arrays.copyOf(values, values.length - 1));
  }

  private static CustomerMonthFeatures features(
      KnownEvents known,
      LocalDate openedOn,
      SubscriptionState subscription,
      long daysSinceActive,
      Boolean churned) {
    Instant now = known.before();
    Instant from30 = now.minus(DAYS_30);
    Instant from90 = now.minus(DAYS_90);
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Optional<CustomerProfile> profile = known.newest(CustomerProfile.class);
    List<Transaction> transactions30 = known.since(Transaction.class, from30);
    List<Transaction> transactions90 = known.since(Transaction.class, from90);
    List<Session> sessions = known.since(Session.class, from30);
    List<SupportContact> contacts = known.since(SupportContact.class, from90);
    long spend30 = spend(transactions30);
    long spend90 = spend(transactions90);
    return new CustomerMonthFeatures(
        known.customerId(),
        day,
        profile.map(CustomerProfile::region).orElse(null),
        profile.map(CustomerProfile::incomeSegment).orElse(null),
        profile.map(CustomerProfile::vulnerableCustomer).orElse(false),
        ChronoUnit.DAYS.between(openedOn, day),
        count(transactions30, TransactionFacts::isApproved),
        count(transactions90, TransactionFacts::isApproved),
        spend30,
        spend90,
        spend90 > 0 ? 3.0 * spend30 / spend90 : 0,
        daysSince(
            known
                .newest(Transaction.class, TransactionFacts::isApproved)
                .map(Transaction::occurredAt),
            now),
        daysSinceActive,
        activeDays(known, from30),
        count(transactions30, t -> t.status().equals("declined")),
        sessions.size(),
        count(sessions, Session::crashed),
        known.since(FeatureUse.class, from30).stream().map(FeatureUse::feature).distinct().count(),
        contacts.size(),
        count(contacts, SupportContact::complaint),
        count(known.since(Payment.class, from90), p -> p.status().equals("failed")),
        subscription.priceMinor() == null ? 0 : subscription.priceMinor(),
        count(known.since(Subscription.class, from90), s -> s.change().equals("downgrade")),
        known.newest(NpsResponse.class).map(NpsResponse::score).orElse(null),
        churned);
  }

  private static long activeDays(KnownEvents known, Instant from) {
    long first = Math.floorDiv(from.getEpochSecond(), 86_400L);
    BitSet days = new BitSet(INACTIVE_DAYS + 1);
    for (Class<? extends RawEvent> type : Activity.TYPES) {
      for (RawEvent event : known.since(type, from)) {
        days.set((int) (Math.floorDiv(event.occurredAt().getEpochSecond(), 86_400L) - first));
      }
    }
    return days.cardinality();
  }

  private static long spend(List<Transaction> transactions) {
    long sum = 0;
    for (Transaction t : transactions) {
      if (TransactionFacts.isApproved(t)) {
        sum += t.amountMinor();
      }
    }
    return sum;
  }

  private static <E> long count(List<E> events, Predicate<E> condition) {
    long n = 0;
    for (E event : events) {
      if (condition.test(event)) {
        n++;
      }
    }
    return n;
  }

  private static long daysSince(Optional<Instant> instant, Instant now) {
    return instant
        .map(i -> Math.min(MAX_DAYS_SINCE, Duration.between(i, now).toDays()))
        .orElse(MAX_DAYS_SINCE);
  }
}
