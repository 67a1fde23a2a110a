package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCodec;
import io.growthline.domain.contract.TableSpec;
import io.growthline.warehouse.LocalCatalog;
import io.growthline.warehouse.LocalCatalog.DataFile;
import io.growthline.warehouse.LocalLock;
import io.growthline.warehouse.MonthFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Writes each batch of rows into one Parquet file and makes it live. */
final class AppendParquet<T extends Record> extends DoFn<KV<Integer, Iterable<T>>, Void> {
  /** So many small files are rewritten into files of months. */
  static final int MOST_FILES = 50;

  private final Class<T> type;
  private final String directory;

  AppendParquet(TableSpec<T> table, Path warehouse) {
    this.type = table.type();
    this.directory = warehouse.toString();
  }

  @ProcessElement
  public void process(@Element KV<Integer, Iterable<T>> batch) throws IOException {
    TableSpec<T> table = TableSpec.of(type);
    Path warehouse = Path.of(directory);
    // A publication removes files beside the live ones that the catalog does not name.
    Path folder = Files.createDirectories(warehouse.resolve("_streaming"));
    Path file = folder.resolve(UUID.randomUUID() + TableFiles.SUFFIX);
    long rows = write(batch.getValue(), file);
    LocalLock.holding(
        warehouse,
        () -> {
          Path live = warehouse.resolve(table.dataset()).resolve(table.name());
          Path moved = Files.createDirectories(live).resolve(file.getFileName());
          Files.move(file, moved, StandardCopyOption.ATOMIC_MOVE);
          LocalCatalog catalog = LocalCatalog.read(warehouse);
          List<DataFile> files = new ArrayList<>(catalog.files(table.id()));
          files.add(new DataFile(warehouse.relativize(moved).toString(), rows, null));
          catalog.with(Map.of(table.id(), compact(table, warehouse, files))).write(warehouse);
          return rows;
        });
  }

  private long write(Iterable<T> batch, Path file) throws IOException {
    RowCodec<T> codec = RowCodec.of(TableSpec.of(type));
    RowBuffer encoded = new RowBuffer(512);
    long rows = 0;
    try (TableFileWriter writer = TableFileWriter.create(file, codec.table())) {
      for (T row : batch) {
        encoded.clear();
        codec.write(row, encoded);
        writer.write(encoded.array(), 0);
        rows++;
      }
    }
    return rows;
  }

  // Files that are replaced stay on disk for those who still read them.
  private static List<DataFile> compact(TableSpec<?> table, Path warehouse, List<DataFile> files)
      throws IOException {
    long small = files.stream().filter(f -> f.month() == null).count();
    return small < MOST_FILES
        ? files
        : new MonthFiles(table, warehouse).replacing(Set.of(), List.of(), files);
  }
}
