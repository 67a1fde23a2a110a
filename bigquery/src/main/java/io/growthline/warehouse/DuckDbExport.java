package io.growthline.warehouse;

import java.nio.file.Path;
import java.sql.SQLException;

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
      DuckDbFile.write(file, root, LocalCatalog.read(root), table -> false);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot write " + file + ": " + DuckDbSql.oneLine(e), e);
    }
  }
}
