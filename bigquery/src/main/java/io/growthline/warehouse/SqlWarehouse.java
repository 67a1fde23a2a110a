package io.growthline.warehouse;

import java.util.List;
import java.util.Map;

/** The port for SQL on published tables: ad hoc queries, training, the API. Thread-safe. */
public interface SqlWarehouse extends AutoCloseable {
  /**
   * Runs one SELECT.
   *
   * @param sql statement; tables are {@code dataset.table}; parameters are {@code @name}
   * @param parameters values by name: String, Long, Double, Boolean, LocalDate or Instant
   * @throws SqlWarehouseException with one line for people when the statement cannot be run
   */
  QueryResult query(String sql, Map<String, ?> parameters);

  /**
   * Whether {@link #query} would run a statement without parameters: where scans are billed, one
   * statement may not bill more than a limit.
   */
  default boolean affords(String sql) {
    return true;
  }

  @Override
  void close();

  /**
   * @param columns names in order
   * @param rows values in column order: String, Long, Double, Boolean, LocalDate, Instant or null
   */
  record QueryResult(List<String> columns, List<List<Object>> rows) {}

  /** A statement that cannot be run; the message says why. */
  final class SqlWarehouseException extends RuntimeException {
    public SqlWarehouseException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
