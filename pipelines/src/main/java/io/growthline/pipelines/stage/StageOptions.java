package io.growthline.pipelines.stage;

import io.growthline.warehouse.BigQuerySql;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.Validation;

/** What every stage needs to know. */
public interface StageOptions extends PipelineOptions {
  @Description("Where tables are: a directory, or bq://PROJECT.")
  @Validation.Required
  @Matches("bq://[a-z][a-z0-9-]{4,28}[a-z0-9]|([^:]|:[^/]|:/[^/])+")
  String getWarehouse();

  void setWarehouse(String warehouse);

  @Description("Identifies the run; stages of one run share it.")
  @Default.String("manual")
  @Matches("[A-Za-z0-9][A-Za-z0-9_-]{0,62}")
  String getRunId();

  void setRunId(String runId);

  @Description(
      "Only what was known before this day (UTC, yyyy-mm-dd) counts. Default: the day after the newest event.")
  @Matches(Matches.DAY)
  String getAsOf();

  void setAsOf(String asOf);

  @Description(
      "Where stages that run in processes of their own leave word of what they did, for the record.")
  @Matches(Matches.PLACE)
  String getAccounts();

  void setAccounts(String accounts);

  @Description("BigQuery refuses a statement of the stage that bills more bytes. Default: 10 GiB.")
  @Default.Long(BigQuerySql.DEFAULT_MAXIMUM_BYTES_BILLED)
  long getMaximumBytesBilled();

  void setMaximumBytesBilled(long maximumBytesBilled);
}
