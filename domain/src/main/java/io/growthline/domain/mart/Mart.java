package io.growthline.domain.mart;

/**
 * A table that the marts stage fills. There are four kinds: {@link CustomerMart}, {@link
 * TotalMart}, {@link PopulationMart} and {@link AnalysisMart}. A mart is a contract record, a class
 * of one of these kinds and a line in {@code Marts}.
 *
 * @param <R> the contract record of one row
 */
public interface Mart<R extends Record> {
  /** The contract record. */
  Class<R> table();

  /** Why the table has no rows, when it has none: a phrase that follows "is empty:". */
  String emptyBecause();
}
