package io.growthline.domain.metric;

import static io.growthline.domain.metric.Counting.one;

import io.growthline.domain.event.Subscription;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Recurring revenue and its movement over a period. For every customer, what recurs at the end is
 * what recurred before plus new, reactivated and expansion less contraction and churned.
 */
final class RevenueMeasures {
  static final List<Measure> ALL =
      List.of(
          of(
              "recurring_revenue_minor",
              "Monthly price of the subscriptions active at the period's end",
              RevenueMeasures::after),
          of(
              "subscribers",
              "1 for a customer who has such a subscription with a price",
              p -> one(after(p) > 0)),
          of(
              "opening_revenue_minor",
              "Monthly price of the subscriptions active before the period",
              RevenueMeasures::before),
          of(
              "retained_revenue_minor",
              "What of it still recurs at the period's end, without increases",
              p -> Math.min(before(p), after(p))),
          of(
              "kept_revenue_minor",
              "What recurs at the period's end of customers who had such subscriptions before it",
              p -> before(p) > 0 ? after(p) : 0),
          of(
              "new_revenue_minor",
              "What recurs at the period's end of a customer who had never paid before it",
              p -> comes(p) && !hasPaid(p) ? after(p) : 0),
          of(
              "reactivated_revenue_minor",
              "What recurs at the period's end of a customer who had paid, but not right before it",
              p -> comes(p) && hasPaid(p) ? after(p) : 0),
          of(
              "expansion_revenue_minor",
              "Increase over the period of a customer who paid before it",
              p -> before(p) > 0 ? Math.max(0, after(p) - before(p)) : 0),
          of(
              "contraction_revenue_minor",
              "Decrease over the period of a customer who pays at its end",
              p -> after(p) > 0 ? Math.max(0, before(p) - after(p)) : 0),
          of(
              "churned_revenue_minor",
              "What recurred before the period of a customer who does not pay at its end",
              p -> after(p) == 0 ? before(p) : 0));

  private RevenueMeasures() {}

  private static Measure of(
      String id, String description, ToLongFunction<CustomerPeriod> contribution) {
    return Measure.ofCustomers(
        id, List.of(Subscription.class), description, contribution, Subscription.class::isInstance);
  }

  private static long before(CustomerPeriod period) {
    return period.subscriptionsBefore().monthlyMinor();
  }

  private static long after(CustomerPeriod period) {
    return period.subscriptions().monthlyMinor();
  }

  private static boolean comes(CustomerPeriod period) {
    return before(period) == 0 && after(period) > 0;
  }

  private static boolean hasPaid(CustomerPeriod period) {
    for (Subscription change :
        period.customer().known().until(Subscription.class, period.start())) {
      if (!change.cancels() && change.priceMinor() > 0) {
        return true;
      }
    }
    return false;
  }
}
