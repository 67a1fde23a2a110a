package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.TableSpec;
import io.growthline.warehouse.LocalCatalog;
import io.growthline.warehouse.LocalCatalog.DataFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;

/**
 * Writes tables as Parquet files below a directory. Staged files lie in {@code _staging/<run>};
 * publishing moves them beside the live ones and then replaces the catalog that names the live
 * files, in one step for all tables. A crash leaves the old catalog or the new one.
 */
final class LocalWarehouseWriter implements WarehouseWriter {
  // Two publications in one process must not interleave; the lock file keeps other processes out.
  private static final Object PUBLISHING = new Object();

  private final Path warehouse;
  private final Path staging;
  private final String runId;
  private final Set<TableSpec<?>> staged = new LinkedHashSet<>();

  LocalWarehouseWriter(Path warehouse, String runId) {
    this.warehouse = warehouse.toAbsolutePath().normalize();
    this.runId = runId;
    this.staging = this.warehouse.resolve("_staging").resolve(runId);
  }

  @Override
  public <T extends Record> void stage(PCollection<T> rows, TableSpec<T> table) {
    if (!staged.add(table)) {
      throw new IllegalArgumentException(table.id() + " is staged twice in run " + runId);
    }
    deleteAll(folder(staging, table));
    rows.apply("Write " + table.id(), ParDo.of(new WriteParquet<>(table, folder(staging, table))));
  }

  @Override
  public Map<String, Long> publish() {
    synchronized (PUBLISHING) {
      try {
        Files.createDirectories(warehouse);
        try (FileChannel channel =
                FileChannel.open(
                    warehouse.resolve("_lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock = channel.lock()) {
          return lock.isValid() ? swap() : Map.of();
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot publish run " + runId + " to " + warehouse, e);
      }
    }
  }

  @Override
  public void discard() {
    deleteAll(staging);
    staged.clear();
  }

  private Map<String, Long> swap() throws IOException {
    LocalCatalog old = LocalCatalog.read(warehouse);
    Map<String, List<DataFile>> replaced = new TreeMap<>();
    for (TableSpec<?> table : staged) {
      replaced.put(table.id(), moveFiles(table));
    }
    old.with(replaced).write(warehouse);
    for (Map.Entry<String, List<DataFile>> table : replaced.entrySet()) {
      for (DataFile file : old.files(table.getKey())) {
        Files.deleteIfExists(warehouse.resolve(file.path()));
      }
    }
    discard();
    Map<String, Long> rows = new TreeMap<>();
    replaced.forEach(
        (table, files) -> rows.put(table, files.stream().mapToLong(DataFile::rows).sum()));
    return rows;
  }

  private List<DataFile> moveFiles(TableSpec<?> table) throws IOException {
    Path target = Files.createDirectories(folder(warehouse, table));
    List<DataFile> files = new ArrayList<>();
    for (Path file : parquetFiles(folder(staging, table))) {
      long rows = rows(file);
      Path moved = target.resolve(file.getFileName());
      Files.move(file, moved, StandardCopyOption.ATOMIC_MOVE);
      files.add(new DataFile(warehouse.relativize(moved).toString(), rows));
    }
    return files;
  }

  private static long rows(Path file) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            new LocalInputFile(file),
            ParquetReadOptions.builder(new PlainParquetConfiguration()).build())) {
      return reader.getRecordCount();
    }
  }

  private static List<Path> parquetFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.toString().endsWith(WriteParquet.SUFFIX))
          .sorted()
          .collect(Collectors.toList());
    }
  }

  private static Path folder(Path root, TableSpec<?> table) {
    return root.resolve(table.dataset()).resolve(table.name());
  }

  private static void deleteAll(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + folder, e);
    }
  }
}
