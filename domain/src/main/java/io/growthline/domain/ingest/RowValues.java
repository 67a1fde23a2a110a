package io.growthline.domain.ingest;

import io.growthline.domain.rule.CelValues;
import io.growthline.domain.rule.Values;
import java.util.HashMap;
import java.util.Map;

/** What the expressions of a mapping see of one row. */
final class RowValues implements Values {
  private final Map<String, Object> values = new HashMap<>();
  private final Map<String, MappingExpression> lets;

  RowValues(Map<String, ?> row, long line, String file, Map<String, MappingExpression> lets) {
    values.put("row", CelValues.of(row));
    values.put("line", line);
    values.put("file", file);
    this.lets = lets;
  }

  /** Moves to an element of {@code for_each}. */
  void at(Object item, long index) {
    values.put("item", item);
    values.put("index", index);
  }

  @Override
  public Object get(String name) {
    Object value = values.get(name);
    if (value == null && lets.containsKey(name)) {
      // Computed only where it is used: what one kind of row lacks must not reject another kind.
      value = CelValues.of(lets.get(name).expression().evaluate(this));
      values.put(name, value);
    }
    return value;
  }
}
