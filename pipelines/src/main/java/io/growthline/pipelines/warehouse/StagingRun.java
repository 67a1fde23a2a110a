package io.growthline.pipelines.warehouse;

import io.growthline.pipelines.stage.PipelineRun;
import org.apache.beam.sdk.Pipeline;

/** Runs a pipeline that stages tables. */
public final class StagingRun {
  private StagingRun() {}

  /** Runs to the end; when that fails, nothing is left staged. */
  public static void toEnd(Pipeline pipeline, WarehouseWriter writer) {
    try {
      PipelineRun.toEnd(pipeline);
    } catch (RuntimeException e) {
      try {
        writer.discard();
      } catch (RuntimeException discarding) {
        e.addSuppressed(discarding);
      }
      throw e;
    }
  }
}
