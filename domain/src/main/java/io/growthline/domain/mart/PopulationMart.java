package io.growthline.domain.mart;

import java.time.LocalDate;
import java.util.List;

/**
 * A mart whose rows each come from one customer, compared with all customers: quintiles, fitted
 * values. One small row a customer is read twice: first for the totals from which the numbers of
 * the population come, then for the rows. It holds no state.
 *
 * @param <I> the contract record of the input, one row a customer
 * @param <T> what is counted over the input
 * @param <P> the numbers of the population
 * @param <R> the contract record of one row
 */
public interface PopulationMart<I extends Record, T extends Totals<T>, P, R extends Record>
    extends Mart<R> {
  /** The mart whose rows are the input. */
  CustomerMart<I> input();

  /** Totals of no customers. */
  T empty();

  /** Adds what an input row contributes. */
  void count(I row, T into);

  /** Marts of totals whose rows the numbers of the population rest on too. */
  default List<TotalMart<?, ?>> restsOn() {
    return List.of();
  }

  /**
   * The numbers of the population; equal totals and rows give equal numbers.
   *
   * @param tables rows of the marts that {@link #restsOn} names, in any order
   */
  P fit(T all, TotalRows tables, LocalDate asOf);

  /** The rows of a customer; none for one who does not take part. */
  List<R> rows(I row, P population);
}
