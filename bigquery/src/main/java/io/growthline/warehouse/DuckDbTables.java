package io.growthline.warehouse;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements that bring the live files of a local warehouse into DuckDB. */
final class DuckDbTables {
  private DuckDbTables() {}

  static void createSchemas(Statement statement) throws SQLException {
    for (String dataset : Contracts.all().stream().map(TableSpec::dataset).distinct().toList()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS " + quoted(dataset));
    }
  }

  /** A SELECT of all rows of a table with the types of its contract. */
  static String select(TableSpec<?> table, List<LocalCatalog.DataFile> files, Path warehouse) {
    String columns =
        table.columns().stream().map(DuckDbTables::column).collect(Collectors.joining(", "));
    List<Path> paths = files.stream().map(f -> warehouse.resolve(f.path())).toList();
    return "SELECT " + columns + " FROM (" + stored(table, paths) + ")";
  }

  /**
   * A SELECT of the rows of Parquet files as they are stored, instants with time zone. Columns that
   * older files do not know are null.
   */
  static String stored(TableSpec<?> table, List<Path> files) {
    String none =
        table.columns().stream()
            .map(c -> "NULL::" + storedType(c) + " AS " + quoted(c.name()))
            .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
    if (files.isEmpty()) {
      return none;
    }
    String paths = files.stream().map(f -> literal(f.toString())).collect(Collectors.joining(", "));
    return none
        + " UNION ALL BY NAME SELECT * FROM read_parquet(["
        + paths
        + "], union_by_name = true)";
  }

  /** The day of a row, by which its table is partitioned. */
  static String day(ColumnSpec column) {
    return column.type() == ColumnType.TIMESTAMP
        ? "CAST(" + utc(column) + " AS DATE)"
        : quoted(column.name());
  }

  /** The contract key and then all columns: a total order, so that equal rows give equal tables. */
  static String order(TableSpec<?> table) {
    return Stream.concat(table.key().stream(), table.columns().stream().map(ColumnSpec::name))
        .distinct()
        .map(c -> quoted(c) + " NULLS FIRST")
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
