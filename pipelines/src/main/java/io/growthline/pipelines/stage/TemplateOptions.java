package io.growthline.pipelines.stage;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Options of a stage that can be launched as a Flex Template. */
public interface TemplateOptions extends StageOptions {
  @Description(
      "What to do: run (all), launch (start the job that stages tables), or publish (what a launch"
          + " with this run id staged).")
  @Default.String("run")
  @Matches("run|launch|publish")
  String getStep();

  void setStep(String step);
}
