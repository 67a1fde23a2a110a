package io.growthline.domain.contract;

import java.util.Arrays;

/**
 * The total order of a table's rows (see {@link TableSpec#order}) on encoded rows: equal rows give
 * equal files. Nulls come first, texts compare as UTF-8 bytes, as they do in DuckDB and BigQuery.
 */
public final class RowOrder {
  private final RowLayout layout;
  private final int[] columns;
  private final int decisive;
  private final int last;

  private RowOrder(TableSpec<?> table) {
    layout = RowLayout.of(table);
    columns = table.order().stream().mapToInt(table::indexOf).toArray();
    // Rows with equal keys are rare, and all columns that come before the last of the key decide.
    decisive =
        1 + table.key().stream().mapToInt(table.order()::indexOf).max().orElse(columns.length - 1);
    last = Arrays.stream(columns, 0, decisive).max().orElse(0);
  }

  public static RowOrder of(TableSpec<?> table) {
    return new RowOrder(table);
  }

  /** Compares the rows that begin at two positions. */
  public int compare(byte[] left, int leftOffset, byte[] right, int rightOffset) {
    return compareFrom(0, left, leftOffset, right, rightOffset);
  }

  /**
   * Where the columns are that nearly always decide, for {@link #compareAt}; rows that are compared
   * often are searched once.
   *
   * @param reuse an array that this gave before and that is no longer needed, or null
   */
  public int[] positions(byte[] bytes, int offset, int[] reuse) {
    int[] positions = reuse == null ? new int[last + 1] : reuse;
    int at = offset;
    for (int i = 0; i < last; i++) {
      positions[i] = at;
      at = layout.skip(bytes, at, i);
    }
    positions[last] = at;
    return positions;
  }

  /** The same as {@link #compare} for rows whose {@link #positions} are known. */
  public int compareAt(byte[] left, int[] leftAt, byte[] right, int[] rightAt) {
    for (int i = 0; i < decisive; i++) {
      int column = columns[i];
      int result = compare(column, left, leftAt[column], right, rightAt[column]);
      if (result != 0) {
        return result;
      }
    }
    return compareFrom(decisive, left, leftAt[0], right, rightAt[0]);
  }

  private int compareFrom(int first, byte[] left, int leftOffset, byte[] right, int rightOffset) {
    for (int i = first; i < columns.length; i++) {
      int column = columns[i];
      int result =
          compare(
              column,
              left,
              layout.position(left, leftOffset, column),
              right,
              layout.position(right, rightOffset, column));
      if (result != 0) {
        return result;
      }
    }
    return 0;
  }

  private int compare(int column, byte[] left, int leftAt, byte[] right, int rightAt) {
    boolean leftNull = layout.isNull(left, leftAt, column);
    boolean rightNull = layout.isNull(right, rightAt, column);
    if (leftNull || rightNull) {
      return Boolean.compare(rightNull, leftNull);
    }
    return switch (layout.type(column)) {
      case STRING -> compareText(left, leftAt, right, rightAt);
      case FLOAT64 ->
          Double.compare(
              Double.longBitsToDouble(layout.number(left, leftAt, column)),
              Double.longBitsToDouble(layout.number(right, rightAt, column)));
      case INT64, DATE, TIMESTAMP, BOOL ->
          Long.compare(layout.number(left, leftAt, column), layout.number(right, rightAt, column));
    };
  }

  /** Compares two encoded texts, neither null. */
  public static int compareText(byte[] left, int leftAt, byte[] right, int rightAt) {
    int leftStart = RowLayout.textStart(left, leftAt);
    int rightStart = RowLayout.textStart(right, rightAt);
    return Arrays.compareUnsigned(
        left,
        leftStart,
        leftStart + RowLayout.length(left, leftAt),
        right,
        rightStart,
        rightStart + RowLayout.length(right, rightAt));
  }
}
