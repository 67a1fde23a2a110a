package io.growthline.domain.scoring;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.contract.TableSpec;
import java.io.Serializable;
import java.util.List;

/**
 * Takes the inputs of a model from the rows of a table: numbers as they are, booleans as 0 and 1,
 * absent as NaN.
 *
 * @param <T> the record of one row
 */
public final class Features<T extends Record> implements Serializable {
  private final Class<T> type;
  private final List<String> names;

  /**
   * @param type record of the table
   * @param names columns, in order
   */
  public Features(Class<T> type, List<String> names) {
    this.type = type;
    this.names = List.copyOf(names);
  }

  /** All columns of a table from one to another, both included. */
  public static <T extends Record> Features<T> between(Class<T> type, String first, String last) {
    return new Features<>(type, between(TableSpec.of(type), first, last));
  }

  /** The same as names. */
  static List<String> between(TableSpec<?> table, String first, String last) {
    return table.columns().subList(table.indexOf(first), table.indexOf(last) + 1).stream()
        .map(ColumnSpec::name)
        .toList();
  }

  public List<String> names() {
    return names;
  }

  public TableSpec<T> table() {
    return TableSpec.of(type);
  }

  /** The inputs of one row. */
  public double[] values(T row) {
    double[] values = new double[names.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(table().value(row, table().indexOf(names.get(i))));
    }
    return values;
  }

  /**
   * The values that an input can have: what the contract declares, within what a model computes
   * with.
   *
   * @throws IllegalArgumentException when there is no such input
   */
  public FeatureRange range(String name) {
    ColumnSpec column = table().columns().get(table().indexOf(name));
    return switch (column.type()) {
      case BOOL -> new FeatureRange(0, 1);
      case INT64 -> FeatureRange.of(column, Long.MAX_VALUE);
      default -> FeatureRange.of(column, Float.MAX_VALUE);
    };
  }

  /** The same input as an SQL expression over the table; NULL is missing. */
  public String sql(String name) {
    ColumnSpec column = table().columns().get(table().indexOf(name));
    if (column.type() == ColumnType.BOOL) {
      return "CASE WHEN %1$s THEN 1 WHEN NOT %1$s THEN 0 END".formatted(column.quoted());
    }
    return column.quoted();
  }

  private static double number(Object value) {
    if (value == null) {
      return Double.NaN;
    }
    return value instanceof Boolean b ? (b ? 1 : 0) : ((Number) value).doubleValue();
  }
}
