package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.TableSpec;
import io.growthline.transforms.RecordCoder;
import java.nio.file.Path;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.GroupIntoBatches;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.joda.time.Duration;

/** Appends Parquet files below a directory, each in one step with the catalog. */
final class LocalWarehouseAppender implements WarehouseAppender {
  private static final int BATCH = 5_000;

  private final Path warehouse;
  private final Duration interval;

  /**
   * @param interval how long rows wait for others at most
   */
  LocalWarehouseAppender(Path warehouse, Duration interval) {
    this.warehouse = warehouse.toAbsolutePath().normalize();
    this.interval = interval;
  }

  @Override
  public <T extends Record> void append(PCollection<T> rows, TableSpec<T> table) {
    if (table.partition().isEmpty()) {
      throw new IllegalArgumentException(table.id() + " is not partitioned");
    }
    rows.apply(
            "Rows of " + table.id(),
            WithKeys.<Integer, T>of(0).withKeyType(TypeDescriptors.integers()))
        .setCoder(KvCoder.of(VarIntCoder.of(), RecordCoder.of(table.type())))
        .apply(
            "Batch " + table.id(),
            GroupIntoBatches.<Integer, T>ofSize(BATCH).withMaxBufferingDuration(interval))
        .apply("Append " + table.id(), ParDo.of(new AppendParquet<>(table, warehouse)));
  }
}
