package io.growthline.warehouse;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One numbered publication of a warehouse: a DuckDB file, and beside it a description of what it
 * holds. {@code growthline.duckdb} is a link to the DuckDB file of the newest.
 *
 * @param warehouse absolute path of the directory
 * @param number counts from 1
 */
record Publication(Path warehouse, long number) {
  static final String LINK = "growthline.duckdb";

  private static final String PREFIX = "growthline-";
  private static final String SUFFIX = ".duckdb";

  /**
   * What a publication holds.
   *
   * @param catalog the live files when it was made; its views read some of them
   * @param tables how its tables were made
   */
  record Content(LocalCatalog catalog, List<DuckDbTable.Made> tables) {}

  /** The publication whose DuckDB file this is; none for a file that stands alone. */
  static Optional<Publication> of(Path database) {
    String name = database.getFileName().toString();
    return name.matches(PREFIX + "\\d+" + SUFFIX)
        ? Optional.of(
            new Publication(
                database.getParent(),
                Long.parseLong(name.substring(PREFIX.length(), name.length() - SUFFIX.length()))))
        : Optional.empty();
  }

  /** The publications of a warehouse that are still there, by number. */
  static List<Publication> all(Path warehouse) throws IOException {
    List<Publication> found = new ArrayList<>();
    if (Files.isDirectory(warehouse)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(warehouse)) {
        files.forEach(file -> of(file).ifPresent(found::add));
      }
    }
    found.sort(Comparator.comparingLong(Publication::number));
    return found;
  }

  /** The publication to which the link leads; none before the first. */
  static Optional<Publication> newest(Path warehouse) throws IOException {
    Path link = warehouse.resolve(LINK);
    return Files.isSymbolicLink(link) && Files.exists(link)
        ? of(warehouse.resolve(Files.readSymbolicLink(link)))
        : Optional.empty();
  }

  Path database() {
    return warehouse.resolve(PREFIX + "%06d".formatted(number) + SUFFIX);
  }

  /** Where the DuckDB file is while it is made. */
  Path unfinished() {
    return warehouse.resolve("_" + database().getFileName());
  }

  /** What it holds; nothing is known of a file without a description. */
  Content content() throws IOException {
    return Files.exists(description())
        ? JsonFile.read(description(), Content.class)
        : new Content(LocalCatalog.empty(), List.of());
  }

  /** Makes this the newest publication; its DuckDB file is finished. */
  void publish(Content content) throws IOException {
    JsonFile.write(description(), content);
    Files.move(unfinished(), database(), StandardCopyOption.ATOMIC_MOVE);
    Path link = warehouse.resolve("_" + LINK);
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, database().getFileName());
    Files.move(
        link,
        warehouse.resolve(LINK),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Removes what was left unfinished: on a full disk it would keep the disk full. */
  void discardUnfinished() throws IOException {
    Files.deleteIfExists(unfinished());
    Files.deleteIfExists(unfinished().resolveSibling(unfinished().getFileName() + ".wal"));
  }

  /** Removes the publication, but not the data files that it reads. */
  void remove() throws IOException {
    Files.deleteIfExists(database());
    Files.deleteIfExists(description());
  }

  private Path description() {
    return warehouse.resolve(PREFIX + "%06d".formatted(number) + ".json");
  }
}
