package io.growthline.pipelines.stage;

import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;

/** Runs pipelines to their end. */
public final class PipelineRun {
  private PipelineRun() {}

  /**
   * Runs and waits. Not every runner throws when a job fails: Dataflow gives its last state back.
   *
   * @throws IllegalStateException when the job ended in any other way than done
   */
  public static PipelineResult toEnd(Pipeline pipeline) {
    PipelineResult result = pipeline.run();
    PipelineResult.State state = result.waitUntilFinish();
    if (state != PipelineResult.State.DONE) {
      throw new IllegalStateException(
          "The job "
              + pipeline.getOptions().getJobName()
              + " ended as "
              + state
              + ", so nothing was published: see its log, then run again.");
    }
    return result;
  }
}
