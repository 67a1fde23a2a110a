package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.TableSpec;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.PCollection;

/** The port through which pipelines read published tables. A stage never asks which one it has. */
public interface WarehouseReader {
  /** All rows of a published table; none when it was never published. */
  <T extends Record> PCollection<T> read(Pipeline pipeline, TableSpec<T> table);
}
