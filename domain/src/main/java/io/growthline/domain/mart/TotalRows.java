package io.growthline.domain.mart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of marts of totals, by table. Not thread-safe. */
public final class TotalRows {
  private final Map<Class<?>, List<Record>> rows = new HashMap<>();

  /** Adds a row to its table. */
  public void add(Record row) {
    rows.computeIfAbsent(row.getClass(), table -> new ArrayList<>()).add(row);
  }

  /** The rows of a table in the order in which they were added; none when there are none. */
  public <R extends Record> List<R> of(Class<R> table) {
    return rows.getOrDefault(table, List.of()).stream().map(table::cast).toList();
  }
}
