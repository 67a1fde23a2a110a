package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.TableSpec;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.LocalInputFile;

/** Reads the rows of Parquet files, given by path. */
final class ReadParquet<T extends Record> extends DoFn<String, T> {
  private final Class<T> type;
  private transient AvroRows<T> rows;

  ReadParquet(TableSpec<T> table) {
    this.type = table.type();
  }

  @Setup
  public void setup() {
    rows = AvroRows.of(type);
  }

  @ProcessElement
  public void processElement(@Element String file, OutputReceiver<T> out) throws IOException {
    try (ParquetReader<GenericRecord> reader =
        AvroParquetReader.<GenericRecord>builder(
                new LocalInputFile(Path.of(file)), new PlainParquetConfiguration())
            .withDataModel(GenericData.get())
            .build()) {
      for (GenericRecord row = reader.read(); row != null; row = reader.read()) {
        out.output(rows.fromAvro(row));
      }
    }
  }
}
