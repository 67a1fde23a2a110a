package io.growthline.pipelines.stage;

import java.util.Arrays;
import org.apache.beam.sdk.options.PipelineOptions;

/** Which part of a stage to do. A template can start a job, but cannot wait for its end. */
public enum TemplateStep {
  /** All of it: start the job, wait, publish. */
  RUN,
  /** Start the job, which stages tables, and end. */
  LAUNCH,
  /** Publish what a launch with the same run id has staged. */
  PUBLISH;

  /** The step that the options ask for. */
  public static TemplateStep of(PipelineOptions options) {
    String step = options.as(TemplateOptions.class).getStep();
    return Arrays.stream(values())
        .filter(s -> s.name().equalsIgnoreCase(step))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "--step is \"" + step + "\"; it must be run, launch or publish"));
  }
}
