package io.growthline.domain.contract;

/**
 * One promise of a contract as a statement that can be run on the table, in GoogleSQL and in
 * DuckDB.
 *
 * @param table {@code dataset.table}
 * @param column column, or {@code *} for the whole table
 * @param check {@code not_null}, {@code allowed}, {@code range}, {@code unique_key}, {@code
 *     expect_zero} or {@code references}
 * @param severity what a failure means
 * @param sql SELECT of one row: rows checked, rows that fail
 */
public record QualityCheck(
    String table, String column, String check, Severity severity, String sql) {

  /** What a failure of a check means. */
  public enum Severity {
    /** The table must not be relied on. */
    FAIL,
    /** Somebody should look, for example because a producer is missing. */
    WARN
  }
}
