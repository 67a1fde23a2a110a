package io.growthline.domain.contract;

/**
 * One promise of a contract.
 *
 * @param table {@code dataset.table}
 * @param column column, or {@code *} for the whole table
 * @param check {@code not_null}, {@code allowed}, {@code range}, {@code unique_key}, {@code
 *     expect_zero} or {@code references}
 * @param severity what a failure means
 */
public record QualityCheck(String table, String column, String check, Severity severity) {
  public static final String NOT_NULL = "not_null";
  public static final String ALLOWED = "allowed";
  public static final String RANGE = "range";
  public static final String UNIQUE_KEY = "unique_key";
  public static final String EXPECT_ZERO = "expect_zero";
  public static final String REFERENCES = "references";

  /** What a failure of a check means. */
  public enum Severity {
    /** The table must not be relied on. */
    FAIL,
    /** Somebody should look, for example because a producer is missing. */
    WARN
  }
}
