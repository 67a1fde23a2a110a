package io.growthline.domain.mart;

import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.event.RawEvent;
import java.util.List;

/**
 * A mart whose rows each come from one customer. It holds no state.
 *
 * @param <R> the contract record of one row, which has a column {@code customer_id}
 */
public interface CustomerMart<R extends Record> extends Mart<R> {
  /** The rows of a customer in any order; ask {@link CustomerAsOf#rows}, which remembers them. */
  List<R> rows(CustomerAsOf customer);

  /**
   * The rows of an event that names no customer and was known at the as-of day.
   *
   * @param currency what amounts of transactions are added up in, with rates known at that day
   */
  default List<R> rows(RawEvent withoutCustomer, ReportingCurrency currency) {
    return List.of();
  }
}
