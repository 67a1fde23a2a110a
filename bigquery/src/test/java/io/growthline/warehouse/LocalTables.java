package io.growthline.warehouse;

import io.growthline.domain.contract.TableSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Fills a local warehouse for tests. */
final class LocalTables {
  private LocalTables() {}

  /** Publishes rows of a table; columns that are not given get a value of their type. */
  @SafeVarargs
  static void put(Path warehouse, TableSpec<?> table, Map<String, String>... rows)
      throws IOException, SQLException {
    Path file = warehouse.resolve(table.name() + "-" + System.nanoTime() + ".parquet");
    Files.createDirectories(warehouse);
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      String union =
          List.of(rows).stream()
              .map(row -> select(table, row))
              .collect(Collectors.joining(" UNION ALL "));
      statement.execute("COPY (" + union + ") TO '" + file + "' (FORMAT parquet)");
    }
    LocalCatalog.DataFile live =
        new LocalCatalog.DataFile(warehouse.relativize(file).toString(), rows.length, null);
    LocalCatalog.read(warehouse).with(Map.of(table.id(), List.of(live))).write(warehouse);
  }

  private static String select(TableSpec<?> table, Map<String, String> row) {
    return "SELECT "
        + table.columns().stream()
            .map(
                c -> {
                  String value =
                      row.getOrDefault(
                          c.name(),
                          switch (c.type()) {
                            case STRING -> "'x'";
                            case INT64, FLOAT64 -> "1";
                            case BOOL -> "false";
                            case TIMESTAMP -> "'2025-01-01 00:00:00'";
                            case DATE -> "'2025-01-01'";
                          });
                  return "CAST(" + value + " AS " + c.type().duckDb() + ") AS " + c.name();
                })
            .collect(Collectors.joining(", "));
  }
}
