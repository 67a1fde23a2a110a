package io.growthline.domain.metric;

import io.growthline.domain.customer.Activity;
import io.growthline.domain.customer.Spending;
import io.growthline.domain.customer.SubscriptionState;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.CustomerMart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A customer in one period, from what was known at the as-of day.
 *
 * @param start first day
 * @param end day after the last
 */
public record CustomerPeriod(CustomerAsOf customer, LocalDate start, LocalDate end) {
  /** The events of a type in the period, in the order in which they happened. */
  public <E extends RawEvent> List<E> events(Class<E> type) {
    return customer.known().between(type, start, end);
  }

  /** The rows of a mart whose day lies in the period. */
  public <R extends Record> List<R> rows(CustomerMart<R> mart, Function<R, LocalDate> day) {
    List<R> rows = new ArrayList<>();
    for (R row : customer.rows(mart)) {
      if (contains(day.apply(row))) {
        rows.add(row);
      }
    }
    return rows;
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(start) && day.isBefore(end);
  }

  /** Whether there was activity in the period, see {@link Activity}. */
  public boolean isActive() {
    return Activity.any(customer.known(), start, end);
  }

  /** Whether the account was opened in the period. */
  public boolean isNew() {
    return customer.openedOn().isPresent() && contains(customer.openedOn().get());
  }

  /** What was bought and refunded in the period. */
  public Spending spending() {
    return Spending.of(customer.known(), events(Transaction.class));
  }

  /** The subscriptions at the end of the period. */
  public SubscriptionState subscriptions() {
    return SubscriptionState.at(customer.known(), end);
  }
}
