package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.TableSpec;
import io.growthline.transforms.RecordCoder;
import io.growthline.warehouse.LocalCatalog;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/** Reads the live Parquet files of a directory. */
final class LocalWarehouseReader implements WarehouseReader {
  private final Path warehouse;

  LocalWarehouseReader(Path warehouse) {
    this.warehouse = warehouse.toAbsolutePath().normalize();
  }

  @Override
  public <T extends Record> PCollection<T> read(Pipeline pipeline, TableSpec<T> table) {
    List<String> files =
        LocalCatalog.read(warehouse).files(table.id()).stream()
            .map(f -> warehouse.resolve(f.path()).toString())
            .toList();
    return pipeline
        .apply("Files of " + table.id(), Create.of(files).withCoder(StringUtf8Coder.of()))
        .apply("Read " + table.id(), ParDo.of(new ReadParquet<>(table)))
        .setCoder(RecordCoder.of(table.type()));
  }
}
