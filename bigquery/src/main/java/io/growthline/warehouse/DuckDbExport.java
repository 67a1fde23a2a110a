package io.growthline.warehouse;

import io.growthline.domain.contract.TableSpec;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Copies the live tables of a local warehouse into one DuckDB file that needs no other file. */
public final class DuckDbExport {
  private DuckDbExport() {}

  /**
   * Writes tables, those without content as empty ones.
   *
   * @param file does not exist yet
   */
  public static void write(Path warehouse, List<TableSpec<? extends Record>> tables, Path file) {
    Path root = warehouse.toAbsolutePath().normalize();
    try {
      LocalCatalog catalog = LocalCatalog.read(root);
      DuckDbFile.write(
          file,
          root,
          tables.stream().map(table -> DuckDbTable.copy(table, catalog)).toList(),
          List.of());
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot write " + file + ": " + DuckDbSql.oneLine(e), e);
    }
  }
}
