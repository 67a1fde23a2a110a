package io.growthline.domain.feature;

import io.growthline.domain.contract.Micros;
import io.growthline.domain.customer.Account;
import io.growthline.domain.customer.Activity;
import io.growthline.domain.customer.KnownEvents;
import io.growthline.domain.customer.Spending;
import io.growthline.domain.customer.SubscriptionState;
import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.event.NpsResponse;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Session;
import io.growthline.domain.event.Subscription;
import io.growthline.domain.event.SupportContact;
import io.growthline.domain.event.Transaction;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The features of a customer at the start of a day, from what was known then.
 *
 * <p>Only customers at risk of leaving have any: those who have an account, were active in the last
 * 30 days and have not cancelled all their subscriptions. Who has left already cannot be kept.
 */
public final class CustomerFeatures {
  /** Days without activity after which a customer counts as gone. */
  public static final int INACTIVE_DAYS = 30;

  private static final long MAX_DAYS_SINCE = 365;

  // 90 days are three times 30: all was spent in the last 30.
  private static final double MAX_TREND = 3.0;

  private CustomerFeatures() {}

  /**
   * The features at the day that {@code known} ends at; empty for a customer not at risk.
   *
   * @param churned the label, null when it cannot be known yet
   */
  public static Optional<CustomerMonthFeatures> at(KnownEvents known, Boolean churned) {
    long daysSinceActive = daysSince(Activity.last(known), known.day());
    if (daysSinceActive >= INACTIVE_DAYS) {
      return Optional.empty();
    }
    SubscriptionState subscription = SubscriptionState.at(known, known.day());
    if (subscription.isCancelled()) {
      return Optional.empty();
    }
    return Account.openedOn(known)
        .filter(day -> day.isBefore(known.day()))
        .map(day -> features(known, day, subscription, daysSinceActive, churned));
  }

  /** The same of any customer, at risk or not; without an account the tenure is 0. */
  static CustomerMonthFeatures ofAnyone(KnownEvents known) {
    LocalDate day = known.day();
    return features(
        known,
        Account.openedOn(known).filter(opened -> opened.isBefore(day)).orElse(day),
        SubscriptionState.at(known, day),
        daysSince(Activity.last(known), day),
        null);
  }

  private static CustomerMonthFeatures features(
      KnownEvents known,
      LocalDate openedOn,
      SubscriptionState subscription,
      long daysSinceActive,
      Boolean churned) {
    LocalDate day = known.day();
    LocalDate from30 = day.minusDays(30);
    LocalDate from90 = day.minusDays(90);
    Optional<CustomerProfile> profile = known.newest(CustomerProfile.class);
    List<Transaction> transactions30 = known.since(Transaction.class, from30);
    List<Session> sessions = known.since(Session.class, from30);
    List<SupportContact> contacts = known.since(SupportContact.class, from90);
    Spending spending30 = Spending.of(known, transactions30);
    Spending spending90 = Spending.of(known, known.since(Transaction.class, from90));
    return new CustomerMonthFeatures(
        known.customerId(),
        day,
        profile.map(CustomerProfile::region).orElse(null),
        profile.map(CustomerProfile::incomeSegment).orElse(null),
        profile.map(CustomerProfile::vulnerableCustomer).orElse(false),
        ChronoUnit.DAYS.between(openedOn, day),
        spending30.count(),
        spending90.count(),
        spending30.minor(),
        spending90.minor(),
        trend(spending30.minor(), spending90.minor()),
        daysSince(known.newest(Transaction.class, known::isPurchase), day),
        daysSinceActive,
        activeDays(known, from30),
        count(transactions30, Transaction::declined),
        sessions.size(),
        count(sessions, Session::crashed),
        distinctFeatures(known.since(FeatureUse.class, from30)),
        contacts.size(),
        count(contacts, SupportContact::complaint),
        count(known.since(Payment.class, from90), Payment::failed),
        subscription.priceMinor() == null ? 0 : subscription.priceMinor(),
        count(known.since(Subscription.class, from90), Subscription::downgrades),
        known.newest(NpsResponse.class).map(NpsResponse::score).orElse(null),
        churned);
  }

  // A refund of what was bought before the 30 days can make them more than the 90.
  private static Double trend(Long last30, Long last90) {
    if (last30 == null || last90 == null) {
      return null;
    }
    return last30 <= 0 || last90 <= 0 ? 0.0 : Math.min(MAX_TREND, MAX_TREND * last30 / last90);
  }

  // One bit for each of the 30 days.
  private static long activeDays(KnownEvents known, LocalDate from) {
    long days = 0;
    long first = from.toEpochDay();
    for (Class<? extends RawEvent> type : Activity.TYPES) {
      for (RawEvent event : known.since(type, from)) {
        days |= 1L << (Math.floorDiv(event.occurredAt().getEpochSecond(), 86_400L) - first);
      }
    }
    return Long.bitCount(days);
  }

  private static long distinctFeatures(List<FeatureUse> uses) {
    Set<String> features = new HashSet<>();
    for (FeatureUse use : uses) {
      features.add(use.feature());
    }
    return features.size();
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

  private static long daysSince(Optional<? extends RawEvent> event, LocalDate day) {
    return event
        .map(e -> (Micros.of(day) - Micros.of(e.occurredAt())) / Micros.PER_DAY)
        .map(days -> Math.min(MAX_DAYS_SINCE, days))
        .orElse(MAX_DAYS_SINCE);
  }
}
