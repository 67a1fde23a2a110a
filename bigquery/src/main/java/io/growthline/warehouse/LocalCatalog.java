package io.growthline.warehouse;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which Parquet files of a local warehouse are live. The catalog is one small file that is replaced
 * atomically, so readers see the old tables or the new ones, never a mix.
 *
 * @param version counts the publications
 * @param tables live files by {@code dataset.table}; a table that was never published is absent
 */
@JsonPropertyOrder({"version", "tables"})
public record LocalCatalog(long version, TreeMap<String, List<DataFile>> tables) {
  /** Files of months in their order, then files that are not of one month. */
  static final Comparator<DataFile> BY_MONTH =
      Comparator.comparing(DataFile::month, Comparator.nullsLast(Comparator.naturalOrder()));

  private static final String FILE = "catalog.json";

  /**
   * A live file.
   *
   * @param path relative to the warehouse
   * @param rows rows in it
   * @param month {@code yyyy-mm} of the partition column of all its rows, which lie in the order of
   *     the contract; null when the table is not partitioned, or the rows were streamed and are not
   *     settled yet
   */
  @JsonPropertyOrder({"path", "rows", "month"})
  public record DataFile(String path, long rows, String month) {}

  /** Of a warehouse in which nothing was published. */
  static LocalCatalog empty() {
    return new LocalCatalog(0, new TreeMap<>());
  }

  /** The catalog of a warehouse directory; empty when nothing was published there. */
  public static LocalCatalog read(Path warehouse) {
    Path file = warehouse.resolve(FILE);
    if (!Files.exists(file)) {
      return empty();
    }
    try {
      return JsonFile.read(file, LocalCatalog.class);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The warehouse catalog " + file + " cannot be read; run all stages again", e);
    }
  }

  /** This catalog with the content of some tables replaced. */
  public LocalCatalog with(Map<String, List<DataFile>> replaced) {
    TreeMap<String, List<DataFile>> merged = new TreeMap<>(tables);
    merged.putAll(replaced);
    return new LocalCatalog(version + 1, merged);
  }

  /** Live files of a table; none when it is empty or was never published. */
  public List<DataFile> files(String table) {
    return tables.getOrDefault(table, List.of());
  }

  /** All live files. */
  Set<Path> files(Path warehouse) {
    return tables.values().stream()
        .flatMap(List::stream)
        .map(file -> warehouse.resolve(file.path()))
        .collect(Collectors.toSet());
  }

  /** Rows in all live files of a table. */
  public long rows(String table) {
    return files(table).stream().mapToLong(DataFile::rows).sum();
  }

  /** Makes this the catalog of the warehouse in one step. */
  public void write(Path warehouse) throws IOException {
    JsonFile.write(warehouse.resolve(FILE), this);
  }
}
