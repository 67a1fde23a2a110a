package io.growthline.pipelines.monitor;

import io.growthline.pipelines.models.ModelOptions;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Options of {@link MonitorPipeline}. */
public interface MonitorOptions extends ModelOptions {
  @Description("Where reports go: a directory or gs://BUCKET/PATH.")
  @Validation.Required
  String getReports();

  void setReports(String reports);
}
