package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.TableSpec;
import io.growthline.transforms.FileGroups;
import io.growthline.transforms.RecordCoder;
import io.growthline.transforms.block.BlockCoder;
import io.growthline.transforms.block.RowPacking;
import io.growthline.warehouse.LocalCatalog;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/** Reads the live Parquet files of a directory. */
final class LocalWarehouseReader implements WarehouseReader {
  private final Path warehouse;

  LocalWarehouseReader(Path warehouse) {
    this.warehouse = warehouse.toAbsolutePath().normalize();
  }

  @Override
  public <T extends Record> PCollection<T> read(Pipeline pipeline, TableSpec<T> table) {
    List<String> files = files(LocalCatalog.read(warehouse), table);
    return pipeline
        .apply("Files of " + table.id(), Create.of(files).withCoder(StringUtf8Coder.of()))
        .apply("Read " + table.id(), ParDo.of(new ReadRows<>(table)))
        .setCoder(RecordCoder.of(table.type()));
  }

  @Override
  public <K> PCollection<KV<K, byte[]>> readPacked(
      Pipeline pipeline, List<? extends TableSpec<?>> tables, RowPacking<K> packing) {
    LocalCatalog catalog = LocalCatalog.read(warehouse);
    List<KV<String, String>> files = new ArrayList<>();
    for (TableSpec<?> table : tables) {
      files(catalog, table).forEach(file -> files.add(KV.of(table.id(), file)));
    }
    String name = StepNames.of(tables);
    return FileGroups.of(
            pipeline,
            "files of " + name,
            files,
            file -> new File(file.getValue()).length(),
            KvCoder.of(StringUtf8Coder.of(), StringUtf8Coder.of()))
        .apply("Read and pack " + name, ParDo.of(new ReadTables<>(packing)))
        .setCoder(KvCoder.of(packing.keyCoder(), BlockCoder.of()));
  }

  private List<String> files(LocalCatalog catalog, TableSpec<?> table) {
    return catalog.files(table.id()).stream()
        .map(file -> warehouse.resolve(file.path()).toString())
        .toList();
  }
}
