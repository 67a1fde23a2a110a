package io.growthline.domain.mart;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;

/**
 * What adds up over customers: parts may be added in any order and grouping and give the same
 * bytes. Sums are exact: a sum that does not fit is an error, never a wrong number.
 *
 * @param <T> the class itself
 */
public interface Totals<T extends Totals<T>> {
  /**
   * Adds another part, which does not change.
   *
   * @throws ArithmeticException when a sum does not fit 64 bits
   */
  void addAll(T part);

  /** Appends the totals; equal totals give equal bytes. */
  void write(RowBuffer out);

  /**
   * Adds the part at the position of a cursor, which moves behind it.
   *
   * @throws ArithmeticException when a sum does not fit 64 bits
   */
  void add(RowCursor part);
}
