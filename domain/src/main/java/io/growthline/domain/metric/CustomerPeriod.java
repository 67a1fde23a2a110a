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
 * A customer in one period, from what was known at the as-of day. What several measures ask for is
 * worked out once, when the first asks. Not thread-safe.
 */
public final class CustomerPeriod {
  private final CustomerAsOf customer;
  private final LocalDate start;
  private final LocalDate end;
  private Spending spending;
  private Boolean active;
  private SubscriptionState before;
  private SubscriptionState after;

  /**
   * @param start first day
   * @param end day after the last
   */
  public CustomerPeriod(CustomerAsOf customer, LocalDate start, LocalDate end) {
    this.customer = customer;
    this.start = start;
    this.end = end;
  }

  public CustomerAsOf customer() {
    return customer;
  }

  /** First day. */
  public LocalDate start() {
    return start;
  }

  /** Day after the last. */
  public LocalDate end() {
    return end;
  }

  /** Days of the period that are over at the as-of day. */
  public long days() {
    LocalDate last = end.isAfter(customer.asOf()) ? customer.asOf() : end;
    return last.toEpochDay() - start.toEpochDay();
  }

  /** Whether so many days have passed since a day. */
  public boolean havePassed(int days, LocalDate since) {
    return !since.plusDays(days).isAfter(customer.asOf());
  }

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
    if (active == null) {
      active = Activity.any(customer.known(), start, end);
    }
    return active;
  }

  /** Whether the account was opened in the period. */
  public boolean isNew() {
    return customer.openedOn().isPresent() && contains(customer.openedOn().get());
  }

  /** What was bought and refunded in the period. */
  public Spending spending() {
    if (spending == null) {
      spending = Spending.of(customer.known(), events(Transaction.class));
    }
    return spending;
  }

  /** The subscriptions before the period. */
  public SubscriptionState subscriptionsBefore() {
    if (before == null) {
      before = SubscriptionState.at(customer.known(), start);
    }
    return before;
  }

  /** The subscriptions at the end of the period. */
  public SubscriptionState subscriptions() {
    if (after == null) {
      after = SubscriptionState.at(customer.known(), end);
    }
    return after;
  }

  /**
   * The plan at the end of the period; of a customer who has none then the one before it, so that
   * who leaves counts under the plan that is left. Null without either.
   */
  public String plan() {
    String plan = subscriptions().plan();
    return plan != null ? plan : subscriptionsBefore().plan();
  }
}
