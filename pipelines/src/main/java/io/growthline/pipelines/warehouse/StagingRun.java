package io.growthline.pipelines.warehouse;

import io.growthline.pipelines.stage.PipelineRun;
import io.growthline.pipelines.stage.TemplateStep;
import org.apache.beam.sdk.Pipeline;

/** Runs a pipeline that stages tables. */
public final class StagingRun {
  private StagingRun() {}

  /**
   * Runs to the end; when that fails, nothing is left staged. As a template the pipeline is only
   * launched, and when its tables are to be published it has run already.
   */
  public static void toEnd(Pipeline pipeline, WarehouseWriter writer) {
    try {
      switch (TemplateStep.of(pipeline.getOptions())) {
        case RUN -> PipelineRun.toEnd(pipeline);
        case LAUNCH -> pipeline.run();
        case PUBLISH -> {}
      }
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
