package io.growthline.warehouse;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** The statements that bring the live files of a local warehouse into DuckDB. */
final class DuckDbTables {
  private DuckDbTables() {}

  static void createSchemas(Statement statement) throws SQLException {
    for (String dataset : Contracts.all().stream().map(TableSpec::dataset).distinct().toList()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS " + quoted(dataset));
    }
  }

  /** Makes a table that reads the live files whenever it is read, month by month. */
  static String view(TableSpec<?> table, LocalCatalog catalog) {
    return "CREATE VIEW " + quotedId(table) + " AS " + select(table, catalog);
  }

  /** Makes a table with the rows of the live files, in the order of the contract. */
  static String copy(TableSpec<?> table, LocalCatalog catalog) {
    return "CREATE TABLE %s AS %s ORDER BY %s"
        .formatted(quotedId(table), select(table, catalog), order(table));
  }

  private static String select(TableSpec<?> table, LocalCatalog catalog) {
    String columns =
        table.columns().stream().map(DuckDbTables::column).collect(Collectors.joining(", "));
    List<String> paths =
        catalog.files(table.id()).stream()
            .sorted(LocalCatalog.BY_MONTH)
            .map(LocalCatalog.DataFile::path)
            .toList();
    return "SELECT " + columns + " FROM (" + stored(table, paths) + ")";
  }

  /**
   * A SELECT of the rows of Parquet files as they are stored, instants with time zone. Columns that
   * older files do not know are null.
   *
   * @param paths relative to the warehouse
   */
  static String stored(TableSpec<?> table, List<String> paths) {
    String none =
        table.columns().stream()
            .map(c -> "NULL::" + storedType(c) + " AS " + quoted(c.name()))
            .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
    if (paths.isEmpty()) {
      return none;
    }
    return none
        + " UNION ALL BY NAME SELECT * FROM read_parquet("
        + paths.stream().map(DuckDbTables::file).collect(Collectors.joining(", ", "[", "]"))
        + ", union_by_name = true)";
  }

  /**
   * A file of the warehouse wherever the warehouse is when the statement runs: {@link DuckDb} says
   * so in a variable. Without it the warehouse is the working directory.
   */
  static String file(String path) {
    return "coalesce(getvariable('warehouse') || '/', '') || " + literal(path);
  }

  /** The day of a row, by which its table is partitioned. */
  static String day(ColumnSpec column) {
    return column.type() == ColumnType.TIMESTAMP
        ? "CAST(" + utc(column) + " AS DATE)"
        : quoted(column.name());
  }

  /** The order of a table's contract; DuckDB compares text by its bytes. */
  static String order(TableSpec<?> table) {
    return table.order().stream()
        .map(column -> quoted(column) + " NULLS FIRST")
        .collect(Collectors.joining(", "));
  }

  static String quotedId(TableSpec<?> table) {
    return quoted(table.dataset()) + "." + quoted(table.name());
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String column(ColumnSpec column) {
    return column.type() == ColumnType.TIMESTAMP
        ? utc(column) + " AS " + quoted(column.name())
        : quoted(column.name());
  }

  // Parquet's instants become TIMESTAMPTZ; going through microseconds keeps UTC whatever the
  // time zone of the session.
  private static String utc(ColumnSpec column) {
    return "make_timestamp(epoch_us(" + quoted(column.name()) + "))";
  }

  private static String storedType(ColumnSpec column) {
    return column.type() == ColumnType.TIMESTAMP ? "TIMESTAMPTZ" : column.type().duckDb();
  }
}
