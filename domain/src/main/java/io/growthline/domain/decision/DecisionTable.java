package io.growthline.domain.decision;

import java.util.List;

/**
 * A table that is made of one customer at a time, from what is known of the customer and what was
 * decided. Implementations are named in {@link DecisionTables}, and keep no state.
 */
public interface DecisionTable<R extends Record> {
  /** The contract. */
  Class<R> table();

  /** Rows of a customer who has a chance of leaving. */
  List<R> rows(Plan plan, DecisionInput customer, Choice choice);
}
