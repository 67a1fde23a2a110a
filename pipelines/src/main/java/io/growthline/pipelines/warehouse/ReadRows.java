package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCodec;
import io.growthline.domain.contract.TableSpec;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.beam.sdk.transforms.DoFn;

/** Reads the rows of Parquet files, given by path, as elements; for small tables. */
final class ReadRows<T extends Record> extends DoFn<String, T> {
  private final Class<T> type;

  ReadRows(TableSpec<T> table) {
    this.type = table.type();
  }

  @ProcessElement
  public void process(@Element String file, OutputReceiver<T> out) throws IOException {
    TableSpec<T> table = TableSpec.of(type);
    RowCodec<T> codec = RowCodec.of(table);
    RowBuffer row = new RowBuffer(512);
    try (TableFileReader reader = TableFileReader.open(Path.of(file), table)) {
      while (reader.next(row)) {
        out.output(codec.read(row.array(), 0));
        row.clear();
      }
    }
  }
}
