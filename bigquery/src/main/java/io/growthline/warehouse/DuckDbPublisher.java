package io.growthline.warehouse;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies the live tables of a local warehouse into one DuckDB file for queries and the API.
 *
 * <p>Every publication is a file of its own, and {@code growthline.duckdb} is a link to the newest.
 * A process that has the old file open keeps reading it; opening the link again gives the new one.
 */
public final class DuckDbPublisher {
  static final String LINK = "growthline.duckdb";

  private DuckDbPublisher() {}

  /** The link to the newest publication; absent before the first. */
  public static Path published(Path warehouse) {
    return warehouse.resolve(LINK);
  }

  /**
   * Publishes all contract tables, tables without content as empty ones.
   *
   * @return the new file
   */
  public static Path publish(Path warehouse) {
    Path root = warehouse.toAbsolutePath().normalize();
    try {
      Files.createDirectories(root);
      Path file = nextVersion(root);
      Path building = root.resolve("_" + file.getFileName());
      try {
        delete(building);
        build(building, root);
        Files.move(building, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        delete(building);
      }
      swap(root, file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot publish " + root.resolve(LINK), e);
    } catch (SQLException e) {
      throw new IllegalStateException(
          "Cannot publish " + root.resolve(LINK) + ": " + DuckDbSql.oneLine(e), e);
    }
  }

  // On a full disk the unfinished file would keep it full.
  private static void delete(Path building) throws IOException {
    Files.deleteIfExists(building);
    Files.deleteIfExists(building.resolveSibling(building.getFileName() + ".wal"));
  }

  private static void build(Path file, Path root) throws SQLException {
    LocalCatalog catalog = LocalCatalog.read(root);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      DuckDbTables.createSchemas(statement);
      for (TableSpec<?> table : Contracts.all()) {
        String name = DuckDbTables.quotedId(table);
        String rows = DuckDbTables.select(table, catalog.files(table.id()), root);
        statement.execute(
            "CREATE TABLE " + name + " AS " + rows + " ORDER BY " + DuckDbTables.order(table));
        statement.execute(
            "COMMENT ON TABLE " + name + " IS " + DuckDbTables.literal(table.description()));
        for (ColumnSpec column : table.columns()) {
          statement.execute(
              "COMMENT ON COLUMN "
                  + name
                  + "."
                  + DuckDbTables.quoted(column.name())
                  + " IS "
                  + DuckDbTables.literal(column.description()));
        }
      }
      // Closing would do the same, but hide that it failed, and leave an empty file.
      statement.execute("CHECKPOINT");
    }
  }

  private static Path nextVersion(Path root) throws IOException {
    long newest = 0;
    for (Path file : versions(root)) {
      String name = file.getFileName().toString();
      newest =
          Math.max(newest, Long.parseLong(name.substring(11, name.length() - ".duckdb".length())));
    }
    return root.resolve("growthline-%06d.duckdb".formatted(newest + 1));
  }

  private static void swap(Path root, Path file) throws IOException {
    Path link = root.resolve("_" + LINK);
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, file.getFileName());
    Files.move(
        link,
        root.resolve(LINK),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    for (Path old : versions(root)) {
      if (!old.equals(file)) {
        Files.delete(old);
      }
    }
  }

  private static List<Path> versions(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(root, "growthline-[0-9][0-9][0-9][0-9][0-9][0-9]*.duckdb")) {
      found.forEach(files::add);
    }
    return files;
  }
}
