package io.growthline.pipelines.stage;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.Validation;

/** What every stage needs to know. */
public interface StageOptions extends PipelineOptions {
  @Description("Where tables are: a directory, or bq://PROJECT.")
  @Validation.Required
  String getWarehouse();

  void setWarehouse(String warehouse);

  @Description("Identifies the run; stages of one run share it.")
  @Default.String("manual")
  String getRunId();

  void setRunId(String runId);

  @Description(
      "Only what was known before this day (UTC, yyyy-mm-dd) counts. Default: the day after the newest event.")
  String getAsOf();

  void setAsOf(String asOf);
}
