package io.growthline.warehouse;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Predicate;
import org.duckdb.DuckDBConnection;

/** Makes a DuckDB file that has all contract tables, tables without content as empty ones. */
final class DuckDbFile {
  private DuckDbFile() {}

  /**
   * @param file does not exist yet
   * @param isView tables that are views of the files that the catalog names; all others are copied
   */
  static void write(Path file, Path warehouse, LocalCatalog catalog, Predicate<TableSpec<?>> isView)
      throws SQLException {
    try (DuckDBConnection connection = DuckDb.create(file, warehouse);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      DuckDbTables.createSchemas(statement);
      for (TableSpec<?> table : Contracts.all()) {
        if (isView.test(table)) {
          DuckDbTables.createView(statement, table, catalog);
          DuckDbTables.comment(statement, "VIEW", table);
        } else {
          DuckDbTables.createCopy(statement, table, catalog);
          DuckDbTables.comment(statement, "TABLE", table);
        }
      }
      connection.commit();
      connection.setAutoCommit(true);
      // Closing would do the same, but hide that it failed, and leave an empty file.
      statement.execute("CHECKPOINT");
    }
  }
}
