package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.TableSpec;
import io.growthline.transforms.block.RowPacking;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/** The port through which pipelines read published tables. A stage never asks which one it has. */
public interface WarehouseReader {
  /** All rows of a published table; none when it was never published. For tables of modest size. */
  <T extends Record> PCollection<T> read(Pipeline pipeline, TableSpec<T> table);

  /**
   * All rows of published tables, packed into blocks as they are read, so that they never become
   * elements.
   */
  <K> PCollection<KV<K, byte[]>> readPacked(
      Pipeline pipeline, List<? extends TableSpec<?>> tables, RowPacking<K> packing);
}
