package io.growthline.warehouse;

import io.growthline.domain.Sha256;
import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.TableSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * How a table of a DuckDB file is made.
 *
 * @param kind TABLE or VIEW
 * @param name quoted
 * @param statements make and describe it; they name the files that it is made of
 */
record DuckDbTable(String kind, String name, List<String> statements) {
  private static final String TABLE = "TABLE";
  private static final String VIEW = "VIEW";

  /** A table that reads the live files whenever it is read, month by month. */
  static DuckDbTable view(TableSpec<?> table, LocalCatalog catalog) {
    return of(VIEW, table, DuckDbTables.view(table, catalog));
  }

  /** A table with a copy of the rows of the live files, in the order of the contract. */
  static DuckDbTable copy(TableSpec<?> table, LocalCatalog catalog) {
    return of(TABLE, table, DuckDbTables.copy(table, catalog));
  }

  private static DuckDbTable of(String kind, TableSpec<?> table, String create) {
    String name = DuckDbTables.quotedId(table);
    List<String> statements = new ArrayList<>();
    statements.add(create);
    statements.add(
        "COMMENT ON %s %s IS %s".formatted(kind, name, DuckDbTables.literal(table.description())));
    for (ColumnSpec column : table.columns()) {
      statements.add(
          "COMMENT ON COLUMN %s.%s IS %s"
              .formatted(
                  name,
                  DuckDbTables.quoted(column.name()),
                  DuckDbTables.literal(column.description())));
    }
    return new DuckDbTable(kind, name, List.copyOf(statements));
  }

  /** How it was made, to keep beside the file. Data files never change, so equal is the same. */
  Made made() {
    Sha256 digest = new Sha256();
    statements.forEach(digest::add);
    return new Made(kind, name, digest.hex());
  }

  /**
   * A table that a DuckDB file has.
   *
   * @param kind TABLE or VIEW
   * @param name quoted
   * @param statements digest of the statements that made it
   */
  record Made(String kind, String name, String statements) {
    String drop() {
      return "DROP " + kind + " " + name;
    }
  }
}
