package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.TableSpec;
import io.growthline.transforms.block.Partition;
import io.growthline.transforms.block.RowPacking;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Packs the rows of groups of Parquet files, given by table and path, as they are decoded. */
final class ReadTables<K> extends DoFn<List<KV<String, String>>, KV<K, byte[]>> {
  private final RowPacking<K> packing;

  ReadTables(RowPacking<K> packing) {
    this.packing = packing;
  }

  @ProcessElement
  public void process(@Element List<KV<String, String>> files, OutputReceiver<KV<K, byte[]>> out)
      throws IOException {
    for (KV<String, String> file : files) {
      read(file, out);
    }
  }

  private void read(KV<String, String> file, OutputReceiver<KV<K, byte[]>> out) throws IOException {
    TableSpec<?> table = new Partition(file.getKey(), "").spec();
    RowPacking.Packer packer =
        packing.open(file.getValue(), (key, block) -> out.output(KV.of(key, block)));
    RowBuffer row = new RowBuffer(512);
    try (TableFileReader reader = TableFileReader.open(Path.of(file.getValue()), table)) {
      while (reader.next(row)) {
        packer.add(table, row.array(), 0, row.size());
        row.clear();
      }
    }
    packer.flush();
  }
}
