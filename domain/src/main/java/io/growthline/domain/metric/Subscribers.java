package io.growthline.domain.metric;

import io.growthline.domain.customer.SubscriptionState;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.function.BiPredicate;

/** Who leaves by the subscriptions alone, where no activity is known. */
final class Subscribers {
  private static final int OUTCOME_DAYS = 30;

  private Subscribers() {}

  /**
   * Month starts in the period at which the customer had an active subscription and whose 30 days
   * have passed.
   */
  static long atRisk(CustomerPeriod period) {
    return months(period, (customer, month) -> true);
  }

  /** Of these, those after whose 30 days all subscriptions were cancelled. */
  static long churned(CustomerPeriod period) {
    return months(
        period,
        (customer, month) ->
            SubscriptionState.at(customer.known(), month.plusDays(OUTCOME_DAYS)).isCancelled());
  }

  private static long months(
      CustomerPeriod period, BiPredicate<CustomerAsOf, LocalDate> condition) {
    CustomerAsOf customer = period.customer();
    long count = 0;
    for (LocalDate month = firstMonth(period.start());
        period.contains(month);
        month = month.plusMonths(1)) {
      if (!month.plusDays(OUTCOME_DAYS).isAfter(customer.asOf())
          && SubscriptionState.at(customer.known(), month).isActive()
          && condition.test(customer, month)) {
        count++;
      }
    }
    return count;
  }

  private static LocalDate firstMonth(LocalDate day) {
    return day.getDayOfMonth() == 1 ? day : day.withDayOfMonth(1).plusMonths(1);
  }
}
