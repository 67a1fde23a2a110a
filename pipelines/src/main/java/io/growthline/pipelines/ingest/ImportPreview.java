package io.growthline.pipelines.ingest;

import io.growthline.domain.ingest.MappedRow;
import io.growthline.domain.ingest.RejectedRecordException;
import io.growthline.domain.ingest.Rejection;
import io.growthline.domain.ingest.SourceMapping;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** What a mapping makes of the first rows of a file, so that a mistake is seen before a run. */
final class ImportPreview {
  private static final int ROWS = 100;

  private final SourceMapping mapping;
  private final String name;
  private final Map<String, Integer> events = new TreeMap<>();
  private int rows;
  private int rejectedRows;
  private int filteredRows;
  private String firstProblem;

  private ImportPreview(SourceMapping mapping, String name) {
    this.mapping = mapping;
    this.name = name;
  }

  /**
   * Applies the mapping to the first rows.
   *
   * @throws IOException when the file is not of the mapping's format
   */
  static ImportPreview of(SourceMapping mapping, Path file) throws IOException {
    ImportPreview preview = new ImportPreview(mapping, file.getFileName().toString());
    try (Records records = preview.records(file)) {
      while (preview.rows < ROWS && records.next()) {
        preview.apply(records);
      }
    }
    return preview;
  }

  /** Whether there are rows, but nothing would come of any. */
  boolean isHopeless() {
    return rejectedRows > 0 && rejectedRows == rows;
  }

  /** The first row that was rejected, where and why; null when none was. */
  String firstProblem() {
    return firstProblem;
  }

  /** One sentence for people. */
  String summary() {
    String given =
        events.isEmpty()
            ? "no events"
            : events.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "));
    return "The first "
        + rows
        + (rows == 1 ? " row gives " : " rows give ")
        + given
        + (filteredRows > 0 ? ", " + filteredRows + " filtered" : "")
        + (rejectedRows > 0 ? ", " + rejectedRows + " rejected: " + firstProblem : "")
        + ".";
  }

  private Records records(Path file) throws IOException {
    return switch (mapping.format()) {
      case CSV -> new CsvRecords(open(file), mapping.delimiter());
      case JSONL -> new JsonRecords(open(file));
      case PARQUET -> new ParquetRecords(FileChannel.open(file));
    };
  }

  private void apply(Records row) {
    rows++;
    try {
      MappedRow mapped = mapping.apply(row.values(), row.number(), name, Instant.now());
      mapped.events().forEach(event -> events.merge(event.table().name(), 1, Integer::sum));
      if (mapped.filtered()) {
        filteredRows++;
      } else if (!mapped.rejections().isEmpty()) {
        reject(row.number(), mapped.rejections().get(0).rejection());
      }
    } catch (RejectedRecordException e) {
      reject(row.number(), e.rejection());
    }
  }

  private void reject(long line, Rejection rejection) {
    rejectedRows++;
    if (firstProblem == null) {
      firstProblem =
          name + ", row " + line + ": " + rejection.code().code() + ", " + rejection.cause();
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    return file.toString().endsWith(".gz") && Files.size(file) > 0 ? new GZIPInputStream(in) : in;
  }
}
