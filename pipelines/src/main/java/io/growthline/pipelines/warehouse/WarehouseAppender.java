package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.TableSpec;
import org.apache.beam.sdk.values.PCollection;

/** The port through which a streaming job adds rows to published tables. */
public interface WarehouseAppender {
  /**
   * Adds to the pipeline of {@code rows} the steps that make them visible, a batch at a time.
   *
   * @throws IllegalArgumentException when the table is not partitioned
   */
  <T extends Record> void append(PCollection<T> rows, TableSpec<T> table);
}
