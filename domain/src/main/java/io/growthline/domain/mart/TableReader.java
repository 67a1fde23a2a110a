package io.growthline.domain.mart;

import io.growthline.domain.contract.TableSpec;
import java.util.List;
import java.util.Map;

/** The port through which analyses read published tables. */
public interface TableReader {
  /** All rows of a table in the order of its key. */
  <R extends Record> List<R> rows(TableSpec<R> table);

  /**
   * The rows of one SELECT, which must be valid in DuckDB and in GoogleSQL and name its order.
   *
   * @param row a public record with a component for each column of the statement, in its order
   * @param sql statement; tables are {@code dataset.table}, parameters {@code @name}
   * @param parameters values by name: String, Long, Double, Boolean, LocalDate or Instant
   * @throws IllegalArgumentException when columns and components differ
   */
  <R extends Record> List<R> select(Class<R> row, String sql, Map<String, ?> parameters);
}
