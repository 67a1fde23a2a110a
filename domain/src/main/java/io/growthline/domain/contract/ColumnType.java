package io.growthline.domain.contract;

import java.time.Instant;
import java.time.LocalDate;

/** The column types that all warehouses share, under their BigQuery names. */
public enum ColumnType {
  STRING("VARCHAR"),
  INT64("BIGINT"),
  FLOAT64("DOUBLE"),
  BOOL("BOOLEAN"),
  TIMESTAMP("TIMESTAMP"),
  DATE("DATE");

  private final String duckDb;

  ColumnType(String duckDb) {
    this.duckDb = duckDb;
  }

  /** Name of this type in DuckDB. */
  public String duckDb() {
    return duckDb;
  }

  static ColumnType of(Class<?> type) {
    if (type == String.class) return STRING;
    if (type == long.class || type == Long.class) return INT64;
    if (type == double.class || type == Double.class) return FLOAT64;
    if (type == boolean.class || type == Boolean.class) return BOOL;
    if (type == Instant.class) return TIMESTAMP;
    if (type == LocalDate.class) return DATE;
    throw new IllegalArgumentException("No column type for " + type.getName());
  }
}
