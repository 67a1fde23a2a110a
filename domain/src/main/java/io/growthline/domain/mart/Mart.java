package io.growthline.domain.mart;

import java.io.Serializable;

/**
 * A table that the marts stage fills. There are four kinds: {@link CustomerMart}, {@link
 * TotalMart}, {@link PopulationMart} and {@link AnalysisMart}. A mart is a contract record, a class
 * of one of these kinds and a line in {@code Marts}. It is serializable to reach workers; it holds
 * no data.
 *
 * @param <R> the contract record of one row
 */
public interface Mart<R extends Record> extends Serializable {
  /** The contract record. */
  Class<R> table();

  /** Why the table has no rows, when it has none: a phrase that follows "is empty:". */
  String emptyBecause();
}
