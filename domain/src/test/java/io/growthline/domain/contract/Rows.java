package io.growthline.domain.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Rows for tests that name only the columns that matter. */
public final class Rows {
  private Rows() {}

  /**
   * A row of a contract.
   *
   * @param columns names and values in turn, times and days as text; a required column that is not
   *     named is 0, false, 1970, the first allowed value or its own name, an optional one is absent
   * @throws IllegalArgumentException when the table has no such column
   */
  public static <R extends Record> R of(Class<R> type, Object... columns) {
    Map<String, Object> named = new HashMap<>();
    for (int i = 0; i < columns.length; i += 2) {
      named.put((String) columns[i], columns[i + 1]);
    }
    return of(type, named);
  }

  /** The same from a map of names and values. */
  public static <R extends Record> R of(Class<R> type, Map<String, Object> columns) {
    Map<String, Object> left = new HashMap<>(columns);
    TableSpec<R> table = TableSpec.of(type);
    Object[] values =
        table.columns().stream().map(column -> value(column, left.remove(column.name()))).toArray();
    if (!left.isEmpty()) {
      throw new IllegalArgumentException(table.id() + " has no columns " + left.keySet());
    }
    return table.create(values);
  }

  private static Object value(ColumnSpec column, Object value) {
    if (value == null) {
      return column.nullable() ? null : smallest(column);
    }
    return switch (column.type()) {
      case TIMESTAMP -> Instant.parse((String) value);
      case DATE -> LocalDate.parse((String) value);
      case INT64 -> ((Number) value).longValue();
      default -> value;
    };
  }

  private static Object smallest(ColumnSpec column) {
    return switch (column.type()) {
      case INT64 -> 0L;
      case FLOAT64 -> 0.0;
      case BOOL -> false;
      case STRING -> column.allowed().isEmpty() ? column.name() : column.allowed().get(0);
      case TIMESTAMP -> Instant.EPOCH;
      case DATE -> LocalDate.EPOCH;
    };
  }
}
