package io.growthline.domain.contract;

import java.time.Instant;
import java.time.LocalDate;

/** Rows for tests that name only the columns that matter. */
public final class Rows {
  private Rows() {}

  /**
   * A row with nothing in columns that may be absent, and 0, false, an empty text or 1970 in
   * others.
   *
   * @param columns names and values in turn
   */
  public static <R extends Record> R of(Class<R> type, Object... columns) {
    TableSpec<R> table = TableSpec.of(type);
    Object[] values = new Object[table.columns().size()];
    for (int i = 0; i < values.length; i++) {
      ColumnSpec column = table.columns().get(i);
      values[i] = column.nullable() ? null : nothing(column.type());
    }
    for (int i = 0; i < columns.length; i += 2) {
      values[table.indexOf((String) columns[i])] = columns[i + 1];
    }
    return table.create(values);
  }

  private static Object nothing(ColumnType type) {
    return switch (type) {
      case STRING -> "";
      case INT64 -> 0L;
      case FLOAT64 -> 0.0;
      case BOOL -> false;
      case TIMESTAMP -> Instant.EPOCH;
      case DATE -> LocalDate.EPOCH;
    };
  }
}
