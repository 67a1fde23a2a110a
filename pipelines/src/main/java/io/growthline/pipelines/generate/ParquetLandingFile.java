package io.growthline.pipelines.generate;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.simulate.Fault;
import io.growthline.pipelines.warehouse.AvroRows;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.io.parquet.ParquetIO;

/** Parquet; its schema leaves no place for broken rows. */
final class ParquetLandingFile<T extends Record> implements LandingFile<T> {
  private final AvroRows<T> rows;
  private final FileIO.Sink<GenericRecord> sink;
  private final WritableByteChannel channel;

  ParquetLandingFile(TableSpec<T> table, WritableByteChannel channel) throws IOException {
    this.rows = new AvroRows<>(table);
    this.sink = ParquetIO.sink(rows.schema());
    this.channel = channel;
    sink.open(channel);
  }

  @Override
  public void write(T row) throws IOException {
    sink.write(rows.toAvro(row));
  }

  @Override
  public boolean writeBroken(T row, Fault fault) {
    return false;
  }

  @Override
  public void close() throws IOException {
    sink.flush();
    channel.close();
  }
}
