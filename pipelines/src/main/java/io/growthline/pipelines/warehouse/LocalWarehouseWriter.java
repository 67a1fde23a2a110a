package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.TableSpec;
import io.growthline.transforms.block.Partition;
import io.growthline.transforms.block.RowSorter;
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
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

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
  public void stage(PCollection<KV<String, byte[]>> blocks, List<? extends TableSpec<?>> tables) {
    tables.forEach(this::begin);
    String name = StepNames.of(tables);
    written.add(blocks.apply("Write " + name, new WriteTables(staging)));
  }

  @Override
  public <T extends Record> void stageRows(List<T> rows, TableSpec<T> table) {
    begin(table);
    Map<String, List<byte[]>> partitions = new TreeMap<>();
    RowSorter<T> sorter =
        new RowSorter<>(
            table,
            "rows",
            (key, block) -> partitions.computeIfAbsent(key, k -> new ArrayList<>()).add(block));
    rows.forEach(sorter::add);
    sorter.flush();
    try {
      for (Map.Entry<String, List<byte[]>> partition : partitions.entrySet()) {
        TableFiles.write(staging, Partition.of(partition.getKey()), partition.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot stage " + table.id() + " in " + warehouse, e);
    }
  }

  private void begin(TableSpec<?> table) {
    if (!staged.add(table)) {
      throw new IllegalArgumentException(table.id() + " is staged twice in run " + runId);
    }
    deleteAll(TableFiles.folder(staging, table.id()));
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
    return publish(List.copyOf(staged), days);
  }

  @Override
  public Map<String, Long> publishAllBut(List<TableSpec<?>> later) {
    return publish(staged.stream().filter(table -> !later.contains(table)).toList(), Map.of());
  }

  private Map<String, Long> publish(List<TableSpec<?>> tables, Map<String, Set<LocalDate>> days) {
    try {
      return LocalLock.holding(warehouse, () -> swap(tables, days));
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

  private Map<String, Long> swap(List<TableSpec<?>> tables, Map<String, Set<LocalDate>> days)
      throws IOException {
    LocalCatalog old = LocalCatalog.read(warehouse);
    Map<String, List<DataFile>> replaced = new TreeMap<>();
    for (TableSpec<?> table : tables) {
      replaced.put(table.id(), newFiles(table, days.get(table.id()), old.files(table.id())));
    }
    old.with(replaced).write(warehouse);
    UnusedFiles.remove(warehouse);
    tables.forEach(staged::remove);
    if (staged.isEmpty()) {
      discard();
    }
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
    return moved(table);
  }

  private List<DataFile> moved(TableSpec<?> table) throws IOException {
    Path target = Files.createDirectories(TableFiles.folder(warehouse, table.id()));
    List<DataFile> files = new ArrayList<>();
    for (Path file : stagedFiles(table)) {
      long rows = TableFileReader.rows(file);
      String month = TableFiles.month(file);
      String name = (month == null ? "" : month + "-") + UUID.randomUUID() + TableFiles.SUFFIX;
      Path moved = target.resolve(name);
      Files.move(file, moved, StandardCopyOption.ATOMIC_MOVE);
      files.add(new DataFile(warehouse.relativize(moved).toString(), rows, month));
    }
    return files;
  }

  private List<Path> stagedFiles(TableSpec<?> table) throws IOException {
    return DirectoryTree.files(TableFiles.folder(staging, table.id())).stream()
        .filter(f -> f.toString().endsWith(TableFiles.SUFFIX))
        .toList();
  }

  private static void deleteAll(Path folder) {
    try {
      DirectoryTree.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + folder, e);
    }
  }
}
