package io.growthline.domain.mart;

import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.event.RawEvent;
import java.time.LocalDate;
import java.util.List;

/**
 * A mart of totals counted over customers. It holds no state.
 *
 * @param <T> what is counted
 * @param <R> the contract record of one row
 */
public interface TotalMart<T extends Totals<T>, R extends Record> extends Mart<R> {
  /** Totals of no customers. */
  T empty();

  /** Adds what a customer contributes. */
  void count(CustomerAsOf customer, T into);

  /**
   * Adds what an event contributes that names no customer and was known at the as-of day.
   *
   * @param currency what amounts of transactions are added up in
   */
  default void count(RawEvent withoutCustomer, ReportingCurrency currency, T into) {}

  /** The rows, in any order, from the totals of all customers. */
  List<R> rows(T all, LocalDate asOf);
}
