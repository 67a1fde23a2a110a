package io.growthline.warehouse;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Publishes the live tables of a local warehouse for queries and the API: a DuckDB file in which
 * large tables are views of their Parquet files and all others are copies.
 *
 * <p>Every publication is a file of its own, and {@code growthline.duckdb} is a link to the newest.
 * A process that has an older one open keeps reading it, and the data files that it names, until
 * the publication after the next one; opening the link again gives the newest. A warehouse can be
 * moved or copied with its publications.
 */
public final class DuckDbPublisher {
  /** A table that is partitioned by day and has more rows is published as a view. */
  static final long MOST_COPIED_ROWS = 10_000;

  private DuckDbPublisher() {}

  /** The link to the newest publication; absent before the first. */
  public static Path published(Path warehouse) {
    return warehouse.resolve(Publication.LINK);
  }

  /**
   * Publishes all contract tables, tables without content as empty ones.
   *
   * @return the new file
   */
  public static Path publish(Path warehouse) {
    Path root = warehouse.toAbsolutePath().normalize();
    try {
      return LocalLock.holding(root, () -> publishLocked(root)).database();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot publish " + published(root), e);
    }
  }

  private static Publication publishLocked(Path root) throws IOException {
    List<Publication> all = Publication.all(root);
    Optional<Publication> before = Publication.newest(root);
    Publication next =
        new Publication(root, all.isEmpty() ? 1 : all.get(all.size() - 1).number() + 1);
    try {
      next.discardUnfinished();
      next.publish(make(next.unfinished(), root, before));
    } catch (SQLException e) {
      throw new IllegalStateException(
          "Cannot publish " + published(root) + ": " + DuckDbSql.oneLine(e), e);
    } finally {
      next.discardUnfinished();
    }
    for (Publication old : all) {
      if (!Optional.of(old).equals(before)) {
        old.remove();
      }
    }
    UnusedFiles.remove(root);
    return next;
  }

  // Starts from the publication before, so that only tables with other files are made.
  private static Publication.Content make(Path file, Path root, Optional<Publication> before)
      throws IOException, SQLException {
    LocalCatalog catalog = LocalCatalog.read(root);
    List<DuckDbTable> tables =
        Contracts.all().stream()
            .map(
                table ->
                    isView(table, catalog)
                        ? DuckDbTable.view(table, catalog)
                        : DuckDbTable.copy(table, catalog))
            .toList();
    List<DuckDbTable.Made> there = before.isPresent() ? before.get().content().tables() : List.of();
    if (!there.isEmpty()) {
      Files.copy(before.get().database(), file);
    }
    DuckDbFile.write(file, root, tables, there);
    return new Publication.Content(catalog, DuckDbFile.made(tables));
  }

  // Small tables answer the API ten times faster from DuckDB's own pages than from a file a month.
  private static boolean isView(TableSpec<?> table, LocalCatalog catalog) {
    return table.partition().isPresent() && catalog.rows(table.id()) > MOST_COPIED_ROWS;
  }
}
