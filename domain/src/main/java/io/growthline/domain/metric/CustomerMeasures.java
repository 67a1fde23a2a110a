package io.growthline.domain.metric;

import static io.growthline.domain.metric.Counting.count;
import static io.growthline.domain.metric.Counting.is;
import static io.growthline.domain.metric.Counting.one;
import static io.growthline.domain.metric.Measure.ofCustomers;

import io.growthline.domain.customer.Activity;
import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.OnboardingStep;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Subscription;
import io.growthline.domain.feature.CustomerMonthFeatures;
import io.growthline.domain.feature.MonthlySnapshots;
import io.growthline.domain.mart.CustomerMart;
import java.util.List;

/** How many customers there are, come and leave. */
final class CustomerMeasures {
  private static final CustomerMart<CustomerMonthFeatures> SNAPSHOTS = new MonthlySnapshots();

  static final List<Measure> ALL =
      List.of(
          ofCustomers(
              "active_customers",
              Activity.TYPES,
              "1 for a customer with a transaction, session or feature use in the period",
              p -> one(p.isActive()),
              Activity::is),
          ofCustomers(
              "new_customers",
              "1 for a customer whose account was opened in the period",
              p -> one(p.isNew()),
              CustomerMeasures::opensAccount),
          ofCustomers(
              "customers_at_risk",
              Activity.TYPES,
              "1 for a customer at risk at a month's start in the period, once 30 days have passed",
              p ->
                  count(
                      p.rows(SNAPSHOTS, CustomerMonthFeatures::asOf), s -> s.churned30d() != null),
              Activity::is),
          ofCustomers(
              "customers_churned",
              Activity.TYPES,
              "1 for such a customer who cancelled or had no activity in these 30 days",
              p -> count(p.rows(SNAPSHOTS, CustomerMonthFeatures::asOf), s -> is(s.churned30d())),
              Activity::is),
          ofCustomers(
              "subscribers_at_risk",
              List.of(Subscription.class),
              "1 for a customer with an active subscription at a month's start in the period, once 30"
                  + " days have passed",
              Subscribers::atRisk,
              Subscription.class::isInstance),
          ofCustomers(
              "subscribers_churned",
              List.of(Subscription.class),
              "1 for such a customer whose subscriptions are all cancelled after these 30 days",
              Subscribers::churned,
              Subscription.class::isInstance));

  private CustomerMeasures() {}

  /** Whether an event would open an account if it named a customer. */
  static boolean opensAccount(RawEvent event) {
    return event instanceof CustomerProfile || event instanceof OnboardingStep;
  }
}
