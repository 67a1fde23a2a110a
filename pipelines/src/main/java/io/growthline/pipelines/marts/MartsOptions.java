package io.growthline.pipelines.marts;

import io.growthline.pipelines.stage.Matches;
import io.growthline.pipelines.stage.ShuffleOptions;
import io.growthline.pipelines.stage.TemplateOptions;
import org.apache.beam.sdk.options.Description;

/** Options of {@link MartsPipeline}. */
public interface MartsOptions extends ShuffleOptions, TemplateOptions {
  @Description(
      "Where experiments.yaml is: a directory or gs://BUCKET/PATH. If it is not there, the experiments are those of the platform.")
  @Matches(Matches.PLACE)
  String getExperimentDeclarations();

  void setExperimentDeclarations(String experimentDeclarations);
}
