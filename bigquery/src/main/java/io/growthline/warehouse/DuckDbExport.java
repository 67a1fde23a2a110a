package io.growthline.warehouse;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Copies the live tables of a local warehouse into one DuckDB file that needs no other file. */
public final class DuckDbExport {
  private DuckDbExport() {}

  /**
   * Writes all contract tables, tables without content as empty ones.
   *
   * @param file does not exist yet
   */
  public static void write(Path warehouse, Path file) {
    Path root = warehouse.toAbsolutePath().normalize();
    try {
      LocalCatalog catalog = LocalCatalog.read(root);
      DuckDbFile.write(
          file, root, DuckDbFile.tables(table -> DuckDbTable.copy(table, catalog)), List.of());
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot write " + file + ": " + DuckDbSql.oneLine(e), e);
    }
  }
}
