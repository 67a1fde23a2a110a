package io.growthline.pipelines.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.beam.sdk.PipelineResult;

/**
 * Cancels a job when the process that waits for it is told to end, as Cloud Run does after a job's
 * timeout. Otherwise the job of a first attempt goes on, and Dataflow refuses that of the next,
 * which has the same name.
 */
final class CancelledWithProcess implements AutoCloseable {
  private final Thread cancel;

  CancelledWithProcess(PipelineResult job) {
    this.cancel = new Thread(() -> cancel(job), "cancel-job");
    Runtime.getRuntime().addShutdownHook(cancel);
  }

  private static void cancel(PipelineResult job) {
    try {
      job.cancel();
    } catch (IOException e) {
      throw new UncheckedIOException("The job could not be cancelled; it goes on alone", e);
    }
  }

  /** The job has ended, so there is nothing to cancel. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(cancel);
    } catch (IllegalStateException e) {
      // The process is ending already, and the job with it.
    }
  }
}
