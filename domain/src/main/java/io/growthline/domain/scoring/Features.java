package io.growthline.domain.scoring;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.contract.TableSpec;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * Takes the inputs of a model from the rows of a table: numbers as they are, booleans as 0 and 1,
 * absent as NaN.
 *
 * @param <T> the record of one row
 */
public final class Features<T extends Record> implements Serializable {
  private final Class<T> type;
  private final List<String> names;
  private final Map<String, Double> knownUpTo;

  /**
   * @param type record of the table
   * @param names columns, in order
   * @param knownUpTo columns whose larger values were not yet known when the features are taken;
   *     they count as missing
   */
  Features(Class<T> type, List<String> names, Map<String, Double> knownUpTo) {
    this.type = type;
    this.names = List.copyOf(names);
    this.knownUpTo = Map.copyOf(knownUpTo);
  }

  /** All columns from one to another, both included. */
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
      double value = number(table().value(row, table().indexOf(names.get(i))));
      Double limit = knownUpTo.get(names.get(i));
      values[i] = limit != null && value > limit ? Double.NaN : value;
    }
    return values;
  }

  /** The same input as an SQL expression over the table; NULL is missing. */
  public String sql(String name) {
    ColumnSpec column = table().columns().get(table().indexOf(name));
    if (column.type() == ColumnType.BOOL) {
      return "CASE WHEN " + name + " THEN 1 WHEN NOT " + name + " THEN 0 END";
    }
    Double limit = knownUpTo.get(name);
    return limit == null ? name : "CASE WHEN " + name + " <= " + limit + " THEN " + name + " END";
  }

  private static double number(Object value) {
    if (value == null) {
      return Double.NaN;
    }
    return value instanceof Boolean b ? (b ? 1 : 0) : ((Number) value).doubleValue();
  }
}
