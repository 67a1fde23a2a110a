package io.growthline.warehouse;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;

/** Makes the tables of a DuckDB file. */
final class DuckDbFile {
  private DuckDbFile() {}

  /**
   * Makes the tables of a file. What is there already and would be made in the same way stays.
   *
   * @param file made when it does not exist
   * @param there tables that it has
   */
  static void write(
      Path file, Path warehouse, List<DuckDbTable> tables, List<DuckDbTable.Made> there)
      throws SQLException {
    List<DuckDbTable.Made> gone = new ArrayList<>(there);
    gone.removeAll(made(tables));
    try (DuckDBConnection connection = DuckDb.create(file, warehouse);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      DuckDbTables.createSchemas(statement);
      for (DuckDbTable.Made table : gone) {
        statement.execute(table.drop());
      }
      for (DuckDbTable table : tables) {
        if (!there.contains(table.made())) {
          for (String sql : table.statements()) {
            statement.execute(sql);
          }
        }
      }
      connection.commit();
      connection.setAutoCommit(true);
      // Closing would do the same, but hide that it failed, and leave an empty file.
      statement.execute("CHECKPOINT");
    }
  }

  static List<DuckDbTable.Made> made(List<DuckDbTable> tables) {
    return tables.stream().map(DuckDbTable::made).toList();
  }
}
