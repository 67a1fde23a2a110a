package io.growthline.pipelines.run;

import io.growthline.pipelines.stage.Matches;
import io.growthline.pipelines.stage.StageOptions;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Options of {@link RecordPipeline}. */
public interface RecordOptions extends StageOptions {
  @Description("Stages that the run has started, in their order, separated by commas.")
  @Validation.Required
  @Matches("[a-z]+(,[a-z]+)*")
  String getStages();

  void setStages(String stages);

  @Description("Where manifests go, beside the reports: a directory or gs://BUCKET/PATH.")
  @Validation.Required
  @Matches(Matches.PLACE)
  String getReports();

  void setReports(String reports);
}
