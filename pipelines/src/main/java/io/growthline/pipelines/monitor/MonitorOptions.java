package io.growthline.pipelines.monitor;

import io.growthline.pipelines.models.ModelOptions;
import io.growthline.pipelines.stage.Matches;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Options of {@link MonitorPipeline}. */
public interface MonitorOptions extends ModelOptions {
  @Description("Where reports go: a directory or gs://BUCKET/PATH.")
  @Validation.Required
  @Matches(Matches.PLACE)
  String getReports();

  void setReports(String reports);

  @Description(
      "Where changes.yaml and thresholds.yaml of release decisions are: a directory or gs://BUCKET/PATH. A file that is not there is that of the platform.")
  @Matches(Matches.PLACE)
  String getReleaseRules();

  void setReleaseRules(String releaseRules);
}
