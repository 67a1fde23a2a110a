package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.TableSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;

/**
 * Writes the rows of each bundle into one Parquet file. A file gets its final name only when it is
 * complete, so what a failed bundle leaves behind is never read.
 */
final class WriteParquet<I, T extends Record> extends DoFn<I, Void> {
  static final String SUFFIX = ".parquet";

  private final Class<T> type;
  private final String directory;
  private final SerializableFunction<I, Iterable<T>> unpack;
  private transient AvroRows<T> rows;
  private transient Path unfinished;
  private transient ParquetWriter<GenericRecord> writer;

  /**
   * @param unpack gives the rows of an element
   */
  WriteParquet(TableSpec<T> table, Path directory, SerializableFunction<I, Iterable<T>> unpack) {
    this.unpack = unpack;
    this.type = table.type();
    this.directory = directory.toString();
  }

  @Setup
  public void setup() {
    rows = AvroRows.of(type);
  }

  @StartBundle
  public void startBundle() {
    writer = null;
  }

  @ProcessElement
  public void processElement(@Element I element) throws IOException {
    for (T row : unpack.apply(element)) {
      if (writer == null) {
        open();
      }
      writer.write(rows.toAvro(row));
    }
  }

  @FinishBundle
  public void finishBundle() throws IOException {
    if (writer == null) {
      return;
    }
    writer.close();
    writer = null;
    String name = unfinished.getFileName().toString().replace(".unfinished", SUFFIX);
    Files.move(unfinished, unfinished.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private void open() throws IOException {
    Path folder = Files.createDirectories(Path.of(directory));
    unfinished = folder.resolve(UUID.randomUUID() + ".unfinished");
    writer = writer(unfinished, rows);
  }

  static ParquetWriter<GenericRecord> writer(Path file, AvroRows<?> rows) throws IOException {
    return AvroParquetWriter.<GenericRecord>builder(new LocalOutputFile(file))
        // Hadoop's own configuration would parse its XML files for every file.
        .withConf(new PlainParquetConfiguration())
        .withSchema(rows.schema())
        .withCompressionCodec(CompressionCodecName.SNAPPY)
        .build();
  }
}
