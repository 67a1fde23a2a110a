package io.growthline.warehouse;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Views of the live files of a warehouse. Making one reads the footer of every file of its table,
 * so a view is made when a statement first names the table. Thread-safe.
 */
final class LiveViews {
  private final LocalCatalog catalog;
  private final Set<TableSpec<?>> made = new HashSet<>();

  LiveViews(LocalCatalog catalog) {
    this.catalog = catalog;
  }

  /** Makes the views that a statement may need. */
  synchronized void make(Connection connection, String sql) throws SQLException {
    String text = sql.toLowerCase(Locale.ROOT);
    try (Statement statement = connection.createStatement()) {
      for (TableSpec<?> table : Contracts.all()) {
        if (text.contains(table.name()) && !made.contains(table)) {
          statement.execute(DuckDbTables.view(table, catalog));
          made.add(table);
        }
      }
    }
  }
}
