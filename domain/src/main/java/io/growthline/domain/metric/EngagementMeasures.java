package io.growthline.domain.metric;

import static io.growthline.domain.metric.Counting.one;
import static io.growthline.domain.metric.Measure.ofCustomers;
import static io.growthline.domain.metric.Measure.ofRowsOfCustomers;

import io.growthline.domain.customer.Activity;
import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Session;
import io.growthline.domain.event.Transaction;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;

/** How much active customers use the bank. */
final class EngagementMeasures {
  private static final int BASE_DAYS = 90;
  // A drop is activity below a fifth of the customer's own.
  private static final int DROP_FACTOR = 5;

  static final List<Measure> ALL =
      List.of(
          ofCustomers(
              "active_days",
              Activity.TYPES,
              "Days of the period with a transaction, session or feature use",
              EngagementMeasures::activeDays,
              Activity::is),
          ofCustomers(
              "days_of_active_customers",
              Activity.TYPES,
              "Days of the period of a customer who is active in it",
              p -> p.isActive() ? p.days() : 0,
              Activity::is),
          ofRowsOfCustomers(
              "sessions", Session.class, "Sessions of customers in the period", e -> 1),
          ofRowsOfCustomers(
              "sessions_crashed", Session.class, "Of these, crashed ones", e -> one(e.crashed())),
          ofRowsOfCustomers(
              "feature_uses", FeatureUse.class, "Feature uses of customers in the period", e -> 1),
          ofCustomers(
              "key_action_customers",
              List.of(Transaction.class, FeatureUse.class),
              "1 for a customer with a purchase or a feature use in the period",
              p -> one(hasFeatureUse(p) || p.spending().count() > 0),
              event -> event instanceof Transaction || event instanceof FeatureUse),
          ofCustomers(
              "customers_engaged_before",
              Activity.TYPES,
              "1 for a customer active in the 90 days before the period",
              p -> one(activityBefore(p) > 0),
              Activity::is),
          ofCustomers(
              "customers_dropped",
              Activity.TYPES,
              "1 for such a customer with less than a fifth of that activity a day in the period",
              p -> one(hasDropped(p)),
              Activity::is));

  private EngagementMeasures() {}

  private static long activeDays(CustomerPeriod period) {
    if (!period.isActive()) {
      return 0;
    }
    long first = period.start().toEpochDay();
    BitSet days = new BitSet();
    for (Class<? extends RawEvent> type : Activity.TYPES) {
      for (RawEvent event : period.events(type)) {
        long day = Math.floorDiv(event.occurredAt().getEpochSecond(), 86_400L);
        days.set((int) (day - first));
      }
    }
    return days.cardinality();
  }

  private static boolean hasFeatureUse(CustomerPeriod period) {
    return period.customer().known().any(FeatureUse.class, period.start(), period.end());
  }

  private static boolean hasDropped(CustomerPeriod period) {
    long before = activityBefore(period);
    return before > 0
        && activity(period, period.start(), period.end()) * BASE_DAYS * DROP_FACTOR
            < before * period.days();
  }

  private static long activityBefore(CustomerPeriod period) {
    return activity(period, period.start().minusDays(BASE_DAYS), period.start());
  }

  private static long activity(CustomerPeriod period, LocalDate from, LocalDate to) {
    long count = 0;
    for (Class<? extends RawEvent> type : Activity.TYPES) {
      count += period.customer().known().between(type, from, to).size();
    }
    return count;
  }
}
