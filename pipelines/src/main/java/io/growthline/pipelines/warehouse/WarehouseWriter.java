package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.TableSpec;
import java.util.Map;
import org.apache.beam.sdk.values.PCollection;

/**
 * The port through which a stage replaces tables. Rows go to a place of this run; nothing is
 * visible before {@link #publish()}.
 */
public interface WarehouseWriter {
  /** Adds to the pipeline of {@code rows} the steps that stage a new content of {@code table}. */
  <T extends Record> void stage(PCollection<T> rows, TableSpec<T> table);

  /**
   * Makes everything staged visible at once, after the pipeline has finished. Staged tables without
   * rows are published empty.
   *
   * @return rows by {@code dataset.table}, for every staged table
   */
  Map<String, Long> publish();

  /** Removes what was staged and is not published. */
  void discard();
}
