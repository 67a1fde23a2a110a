package io.growthline.warehouse;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which Parquet files of a local warehouse are live. The catalog is one small file that is replaced
 * atomically, so readers see the old tables or the new ones, never a mix.
 *
 * @param version counts the publications
 * @param tables live files by {@code dataset.table}; a table that was never published is absent
 */
@JsonPropertyOrder({"version", "tables"})
public record LocalCatalog(long version, TreeMap<String, List<DataFile>> tables) {
  private static final String FILE = "catalog.json";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * A live file.
   *
   * @param path relative to the warehouse
   * @param rows rows in it
   * @param month {@code yyyy-mm} of the partition column of all its rows; null when the table is
   *     not partitioned
   */
  @JsonPropertyOrder({"path", "rows", "month"})
  public record DataFile(String path, long rows, String month) {}

  /** The catalog of a warehouse directory; empty when nothing was published there. */
  public static LocalCatalog read(Path warehouse) {
    Path file = warehouse.resolve(FILE);
    if (!Files.exists(file)) {
      return new LocalCatalog(0, new TreeMap<>());
    }
    try {
      return JSON.readValue(file.toFile(), LocalCatalog.class);
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

  /** Makes this the catalog of the warehouse in one step. */
  public void write(Path warehouse) throws IOException {
    Path temporary = warehouse.resolve("_" + FILE + ".tmp");
    JSON.writeValue(temporary.toFile(), this);
    Files.move(
        temporary,
        warehouse.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
