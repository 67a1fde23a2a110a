package io.growthline.pipelines.ingest;

import io.growthline.pipelines.stage.StageOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Options of {@link IngestPipeline}. */
public interface IngestOptions extends StageOptions {
  @Description("Where landing files are: a directory or gs://…, one folder for each source.")
  @Validation.Required
  String getLanding();

  void setLanding(String landing);

  @Description("Number of groups into which customers are hashed; each fits in memory.")
  @Default.Integer(16)
  int getBuckets();

  void setBuckets(int buckets);
}
