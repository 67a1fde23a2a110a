package io.growthline.warehouse;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.TableSpec;
import io.growthline.warehouse.LocalCatalog.DataFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fills a local warehouse for tests. */
final class LocalTables {
  private LocalTables() {}

  /**
   * Makes rows the content of a table, in one file that is not of one month. Values are SQL;
   * columns that are not given get a value of their type.
   */
  @SafeVarargs
  static void put(Path warehouse, TableSpec<?> table, Map<String, String>... rows)
      throws IOException, SQLException {
    replace(warehouse, table, List.of(file(warehouse, table, rows)));
  }

  /** Makes files the content of a table. */
  static void replace(Path warehouse, TableSpec<?> table, List<DataFile> files) throws IOException {
    LocalCatalog.read(warehouse).with(Map.of(table.id(), files)).write(warehouse);
  }

  /** A file of rows that no catalog names yet. */
  @SafeVarargs
  static DataFile file(Path warehouse, TableSpec<?> table, Map<String, String>... rows)
      throws IOException, SQLException {
    String union =
        Stream.of(rows).map(row -> select(table, row)).collect(Collectors.joining(" UNION ALL "));
    return write(warehouse, table, union, rows.length, null);
  }

  /** A file of a month with many rows that no catalog names yet; values may use the number i. */
  static DataFile month(
      Path warehouse, TableSpec<?> table, String month, int rows, Map<String, String> values)
      throws IOException, SQLException {
    String select = select(table, values) + " FROM range(" + rows + ") AS t(i)";
    return write(warehouse, table, select, rows, month);
  }

  /**
   * Makes the rows of a CSV file the content of a table; an absent value is empty, an empty text is
   * {@code ""}. Columns that the file leaves out get a value of their type, or none where they may.
   */
  static void csv(Path warehouse, TableSpec<?> table, Path csv) throws IOException, SQLException {
    List<String> lines = Files.readAllLines(csv);
    List<String> given = List.of(lines.get(0).split(","));
    String select =
        table.columns().stream()
            .map(
                c ->
                    "CAST(%s AS %s) AS %s"
                        .formatted(
                            given.contains(c.name())
                                ? '"' + c.name() + '"'
                                : c.nullable() ? "NULL" : anyValue(c),
                            c.type().duckDb(),
                            c.name()))
            .collect(
                Collectors.joining(
                    ", ",
                    "SELECT ",
                    " FROM read_csv('"
                        + csv
                        + "', all_varchar = true, header = true, nullstr = '',"
                        + " allow_quoted_nulls = false, delim = ',', quote = '\"', escape = '\"')"));
    replace(warehouse, table, List.of(write(warehouse, table, select, lines.size() - 1L, null)));
  }

  private static DataFile write(
      Path warehouse, TableSpec<?> table, String select, long rows, String month)
      throws IOException, SQLException {
    Path folder = warehouse.resolve(table.dataset()).resolve(table.name());
    Path file = Files.createDirectories(folder).resolve(UUID.randomUUID() + ".parquet");
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      statement.execute("COPY (" + select + ") TO '" + file + "' (FORMAT parquet)");
    }
    return new DataFile(warehouse.relativize(file).toString(), rows, month);
  }

  private static String select(TableSpec<?> table, Map<String, String> row) {
    return table.columns().stream()
        .map(
            c ->
                "CAST(%s AS %s) AS %s"
                    .formatted(
                        row.getOrDefault(c.name(), anyValue(c)), c.type().duckDb(), c.name()))
        .collect(Collectors.joining(", ", "SELECT ", ""));
  }

  private static String anyValue(ColumnSpec column) {
    return switch (column.type()) {
      case STRING -> "'x'";
      case INT64, FLOAT64 -> "1";
      case BOOL -> "false";
      case TIMESTAMP -> "'2025-01-01 00:00:00'";
      case DATE -> "'2025-01-01'";
    };
  }
}
