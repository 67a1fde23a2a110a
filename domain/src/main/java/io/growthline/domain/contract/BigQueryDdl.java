package io.growthline.domain.contract;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Writes contracts as GoogleSQL, for those who apply them without Terraform. */
public final class BigQueryDdl {
  private static final Map<String, String> DATASETS =
      Map.of(
          "raw", "Events as they arrived, one table for each type.",
          "marts", "Customers, growth and pricing, derived from raw.",
          "scores", "Scores of customers with their reasons.",
          "monitoring", "Runs, rejected records, drift, calibration and release gates.");

  private BigQueryDdl() {}

  /**
   * One script that can be run again: datasets, then tables, then views.
   *
   * @param views queries by {@code dataset.view}
   */
  public static String script(List<? extends TableSpec<?>> tables, Map<String, String> views) {
    StringJoiner script = new StringJoiner("\n\n", "", "\n");
    script.add(
        "-- Generated from the contracts. Run it again after an upgrade: what exists is kept.\n"
            + "-- bq --location=REGION query --use_legacy_sql=false < bigquery/ddl/create.sql");
    tables.stream().map(TableSpec::dataset).distinct().forEach(d -> script.add(dataset(d)));
    script.add(
        "CREATE SCHEMA IF NOT EXISTS staging\nOPTIONS (description = 'Tables of runs that are not"
            + " published yet.', default_table_expiration_days = 3);");
    tables.forEach(table -> script.add(table(table)));
    views.forEach(
        (name, query) ->
            script.add("CREATE OR REPLACE VIEW " + name + " AS\n" + query.strip() + ";"));
    return script.toString();
  }

  private static String dataset(String name) {
    return "CREATE SCHEMA IF NOT EXISTS "
        + name
        + "\nOPTIONS (description = "
        + literal(DATASETS.get(name))
        + ");";
  }

  private static String table(TableSpec<?> table) {
    StringJoiner columns = new StringJoiner(",\n", "(\n", "\n)");
    for (ColumnSpec column : table.columns()) {
      columns.add(
          "  `%s` %s%s OPTIONS (description = %s)"
              .formatted(
                  column.name(),
                  column.type().name(),
                  column.nullable() ? "" : " NOT NULL",
                  literal(BigQuerySchema.description(column))));
    }
    StringBuilder sql =
        new StringBuilder("CREATE TABLE IF NOT EXISTS " + table.id() + " " + columns);
    table.partition().ifPresent(c -> sql.append("\nPARTITION BY ").append(day(table, c)));
    if (!table.cluster().isEmpty()) {
      sql.append("\nCLUSTER BY ").append(String.join(", ", table.cluster()));
    }
    sql.append("\nOPTIONS (description = ").append(literal(table.description()));
    if (table.requiresPartitionFilter()) {
      sql.append(", require_partition_filter = TRUE");
    }
    table.keepDays().ifPresent(days -> sql.append(", partition_expiration_days = ").append(days));
    return sql.append(");").toString();
  }

  private static String day(TableSpec<?> table, String column) {
    boolean date = table.columns().get(table.indexOf(column)).type() == ColumnType.DATE;
    return date ? column : "DATE(" + column + ")";
  }

  /** A text as a literal of GoogleSQL, in one line. */
  public static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", " ") + "'";
  }
}
