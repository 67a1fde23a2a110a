package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.TableSpec;
import io.growthline.warehouse.DirectoryTree;
import io.growthline.warehouse.LocalCatalog;
import io.growthline.warehouse.LocalCatalog.DataFile;
import io.growthline.warehouse.LocalLock;
import io.growthline.warehouse.MonthFiles;
import io.growthline.warehouse.UnusedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
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
  private final Path warehouse;
  private final Path staging;
  private final String runId;
  private final Set<TableSpec<?>> staged = new LinkedHashSet<>();
  private final Set<TableSpec<?>> stagedDays = new HashSet<>();
  private final List<PCollection<?>> written = new ArrayList<>();

  LocalWarehouseWriter(Path warehouse, String runId) {
    this.warehouse = warehouse.toAbsolutePath().normalize();
    this.runId = runId;
    this.staging = stagings(this.warehouse).resolve(runId);
  }

  /** Removes what runs have staged that were killed before they could publish or discard it. */
  static void discardStaged(Path warehouse, Predicate<String> killedRuns) {
    if (!Files.isDirectory(stagings(warehouse))) {
      return;
    }
    try (Stream<Path> runs = Files.list(stagings(warehouse))) {
      runs.filter(run -> killedRuns.test(run.getFileName().toString()))
          .forEach(LocalWarehouseWriter::deleteAll);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + stagings(warehouse), e);
    }
  }

  private static Path stagings(Path warehouse) {
    return warehouse.resolve("_staging");
  }

  @Override
  public <T extends Record> void stage(PCollection<T> rows, TableSpec<T> table) {
    stage(rows, List::of, table);
  }

  // Rows come out of their blocks where they are written, so that few of them exist at once.
  @Override
  public <I, T extends Record> void stage(
      PCollection<I> packed, SerializableFunction<I, Iterable<T>> unpack, TableSpec<T> table) {
    if (!staged.add(table)) {
      throw new IllegalArgumentException(table.id() + " is staged twice in run " + runId);
    }
    deleteAll(folder(staging, table));
    written.add(
        packed.apply(
            "Write " + table.id(),
            ParDo.of(new WriteParquet<>(table, folder(staging, table), unpack))));
  }

  @Override
  public void adopt(TableSpec<?> table) {
    staged.add(table);
  }

  @Override
  public void adoptDays(TableSpec<?> table) {
    adopt(table);
    stagedDays.add(table);
  }

  @Override
  public List<PCollection<?>> written() {
    return List.copyOf(written);
  }

  @Override
  public Map<String, Long> publish(Map<String, Set<LocalDate>> days) {
    try {
      return LocalLock.holding(warehouse, () -> swap(days));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot publish run " + runId + " to " + warehouse, e);
    }
  }

  @Override
  public void discard() {
    deleteAll(staging);
    staged.clear();
    stagedDays.clear();
  }

  private Map<String, Long> swap(Map<String, Set<LocalDate>> days) throws IOException {
    LocalCatalog old = LocalCatalog.read(warehouse);
    Map<String, List<DataFile>> replaced = new TreeMap<>();
    for (TableSpec<?> table : staged) {
      replaced.put(table.id(), newFiles(table, days.get(table.id()), old.files(table.id())));
    }
    old.with(replaced).write(warehouse);
    UnusedFiles.remove(warehouse);
    discard();
    Map<String, Long> rows = new TreeMap<>();
    replaced.forEach(
        (table, files) -> rows.put(table, files.stream().mapToLong(DataFile::rows).sum()));
    return rows;
  }

  private List<DataFile> newFiles(TableSpec<?> table, Set<LocalDate> days, List<DataFile> live)
      throws IOException {
    if (stagedDays.contains(table)) {
      return days == null || days.isEmpty()
          ? live
          : new MonthFiles(table, warehouse).replacing(days, stagedFiles(table), live);
    }
    return table.partition().isPresent()
        ? new MonthFiles(table, warehouse).ofAll(stagedFiles(table))
        : moveFiles(table);
  }

  private List<DataFile> moveFiles(TableSpec<?> table) throws IOException {
    Path target = Files.createDirectories(folder(warehouse, table));
    List<DataFile> files = new ArrayList<>();
    for (Path file : stagedFiles(table)) {
      long rows = rows(file);
      Path moved = target.resolve(file.getFileName());
      Files.move(file, moved, StandardCopyOption.ATOMIC_MOVE);
      files.add(new DataFile(warehouse.relativize(moved).toString(), rows, null));
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

  private List<Path> stagedFiles(TableSpec<?> table) throws IOException {
    return DirectoryTree.files(folder(staging, table)).stream()
        .filter(f -> f.toString().endsWith(WriteParquet.SUFFIX))
        .toList();
  }

  private static Path folder(Path root, TableSpec<?> table) {
    return root.resolve(table.dataset()).resolve(table.name());
  }

  private static void deleteAll(Path folder) {
    try {
      DirectoryTree.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + folder, e);
    }
  }
}
