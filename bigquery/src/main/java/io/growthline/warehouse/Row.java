package io.growthline.warehouse;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row of a result, read by column name.
 *
 * @param columns names in order
 * @param values values in the same order
 */
public record Row(List<String> columns, List<Object> values) {
  public Object get(String column) {
    int index = columns.indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException("No column " + column + " among " + columns);
    }
    return values.get(index);
  }

  public String text(String column) {
    return (String) get(column);
  }

  public LocalDate date(String column) {
    return (LocalDate) get(column);
  }

  public boolean flag(String column) {
    return Boolean.TRUE.equals(get(column));
  }

  /** A number, or NaN when missing. */
  public double number(String column) {
    return toNumber(get(column));
  }

  /** Columns and values in order. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      map.put(columns.get(i), values.get(i));
    }
    return map;
  }

  /** The form in which models take a value: true is 1, false 0, missing NaN. */
  public static double toNumber(Object value) {
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }
}
