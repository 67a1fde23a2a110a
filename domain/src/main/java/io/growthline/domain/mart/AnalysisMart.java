package io.growthline.domain.mart;

import java.time.LocalDate;
import java.util.List;

/**
 * A mart that is worked out on one machine from published tables, after these have been published.
 * Its statements return sums and counts, not rows of customers, so that little is read. It holds no
 * state.
 *
 * @param <R> the contract record of one row
 */
public interface AnalysisMart<R extends Record> extends Mart<R> {
  /** The rows in any order; only what was known before {@code asOf} may be used. */
  List<R> rows(TableReader tables, LocalDate asOf);
}
