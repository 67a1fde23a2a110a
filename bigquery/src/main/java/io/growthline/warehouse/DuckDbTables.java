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
    if (files.isEmpty()) {
      String empty =
          table.columns().stream()
              .map(c -> "NULL::" + c.type().duckDb() + " AS " + quoted(c.name()))
              .collect(Collectors.joining(", "));
      return "SELECT " + empty + " WHERE false";
    }
    String paths =
        files.stream()
            .map(f -> literal(warehouse.resolve(f.path()).toString()))
            .collect(Collectors.joining(", "));
    return "SELECT " + columns + " FROM read_parquet([" + paths + "])";
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

  // Parquet's instants become TIMESTAMPTZ; going through microseconds keeps UTC whatever the
  // time zone of the session.
  private static String column(ColumnSpec column) {
    String name = quoted(column.name());
    return column.type() == ColumnType.TIMESTAMP
        ? "make_timestamp(epoch_us(" + name + ")) AS " + name
        : name;
  }
}
