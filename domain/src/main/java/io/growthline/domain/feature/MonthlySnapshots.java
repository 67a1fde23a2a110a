package io.growthline.domain.feature;

import io.growthline.domain.customer.Activity;
import io.growthline.domain.customer.KnownEvents;
import io.growthline.domain.customer.SubscriptionState;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.CustomerMart;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The features of a customer at the start of each month, with what happened next: at every month
 * start up to the as-of day at which the customer was at risk of leaving (see {@link
 * CustomerFeatures}). The features see only what was known at the month start, the label what was
 * known at the as-of day.
 */
public final class MonthlySnapshots implements CustomerMart<CustomerMonthFeatures> {
  private static final int OUTCOME_DAYS = 30;

  @Override
  public Class<CustomerMonthFeatures> table() {
    return CustomerMonthFeatures.class;
  }

  @Override
  public List<CustomerMonthFeatures> rows(CustomerAsOf customer) {
    Optional<RawEvent> first = Activity.first(customer.known());
    if (first.isEmpty()) {
      return List.of();
    }
    List<CustomerMonthFeatures> rows = new ArrayList<>();
    LocalDate month =
        LocalDate.ofInstant(first.get().occurredAt(), ZoneOffset.UTC)
            .withDayOfMonth(1)
            .plusMonths(1);
    for (; !month.isAfter(customer.asOf()); month = month.plusMonths(1)) {
      CustomerFeatures.at(customer.knownBefore(month), churned(customer.known(), month))
          .ifPresent(rows::add);
    }
    return rows;
  }

  @Override
  public String emptyBecause() {
    return "no customer was active before the start of a month";
  }

  private static Boolean churned(KnownEvents known, LocalDate from) {
    LocalDate to = from.plusDays(OUTCOME_DAYS);
    if (to.isAfter(known.day())) {
      return null;
    }
    return SubscriptionState.at(known, to).isCancelled() || !Activity.any(known, from, to);
  }
}
