package io.growthline.pipelines.stage;

import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs pipelines to their end. */
public final class PipelineRun {
  private static final Logger LOG = LoggerFactory.getLogger(PipelineRun.class);

  private PipelineRun() {}

  /**
   * Runs and waits. Not every runner throws when a job fails: Dataflow gives its last state back.
   *
   * @throws IllegalStateException when the job ended in any other way than done
   */
  public static PipelineResult toEnd(Pipeline pipeline) {
    PipelineResult result = pipeline.run();
    PipelineResult.State state;
    try (CancelledWithProcess ends = new CancelledWithProcess(result)) {
      state = result.waitUntilFinish();
    }
    if (state != PipelineResult.State.DONE) {
      throw new IllegalStateException(
          "The job "
              + pipeline.getOptions().getJobName()
              + " ended as "
              + state
              + ", so nothing was published: see its log, then run again.");
    }
    LOG.info("Counters of {}: {}", pipeline.getOptions().getJobName(), counters(result));
    return result;
  }

  private static Map<String, Long> counters(PipelineResult result) {
    Map<String, Long> counters = new TreeMap<>();
    result
        .metrics()
        .queryMetrics(MetricsFilter.builder().build())
        .getCounters()
        .forEach(
            counter ->
                counters.merge(
                    counter.getName().getNamespace() + "/" + counter.getName().getName(),
                    counter.getAttempted(),
                    Long::sum));
    return counters;
  }
}
