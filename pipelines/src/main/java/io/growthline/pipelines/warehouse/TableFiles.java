package io.growthline.pipelines.warehouse;

import io.growthline.transforms.block.Partition;
import io.growthline.transforms.block.SortedRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Staged files of tables: one for each partition, named after its month. A file gets its name only
 * when it is complete, and the same name each time, so what a failed attempt leaves behind is never
 * read.
 */
final class TableFiles {
  static final String SUFFIX = ".parquet";

  private static final String WHOLE = "all";

  private TableFiles() {}

  /** Writes the rows of a partition, sorted, below the folder of a run. */
  static void write(Path staging, Partition partition, Iterable<byte[]> blocks) throws IOException {
    Path folder = Files.createDirectories(folder(staging, partition.table()));
    String name = partition.month().isEmpty() ? WHOLE : partition.month();
    Path unfinished = Files.createTempFile(folder, name, ".unfinished");
    Files.delete(unfinished);
    try (TableFileWriter writer = TableFileWriter.create(unfinished, partition.spec())) {
      new SortedRuns(partition.spec(), blocks).forEach(writer::write);
    }
    Files.move(unfinished, folder.resolve(name + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
  }

  /** The month of a staged file; null for that of a table without partitions. */
  static String month(Path file) {
    String name = file.getFileName().toString();
    String month = name.substring(0, name.length() - SUFFIX.length());
    return month.equals(WHOLE) ? null : month;
  }

  /** The folder of blocks that wait to be written. */
  static Path spills(Path staging) {
    return staging.resolve("_blocks");
  }

  /** The folder of a table. */
  static Path folder(Path root, String table) {
    int dot = table.indexOf('.');
    return root.resolve(table.substring(0, dot)).resolve(table.substring(dot + 1));
  }
}
