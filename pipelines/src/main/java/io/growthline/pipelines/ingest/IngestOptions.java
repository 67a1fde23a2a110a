package io.growthline.pipelines.ingest;

import io.growthline.domain.ingest.UnknownColumns;
import io.growthline.pipelines.stage.ShuffleOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Options of {@link IngestPipeline}. */
public interface IngestOptions extends ShuffleOptions, StreamOptions {
  @Description("Where landing files are: a directory or gs://…, one folder for each source.")
  @Validation.Required
  String getLanding();

  void setLanding(String landing);

  @Description(
      "What to do with events that carry columns which their contract does not declare: REJECT them,"
          + " or KEEP the columns in raw.undeclared_columns.")
  @Default.Enum("REJECT")
  UnknownColumns getUnknownColumns();

  void setUnknownColumns(UnknownColumns unknownColumns);

  @Description("Ingest the records again that earlier runs have rejected, and no files.")
  @Default.Boolean(false)
  boolean isReplay();

  void setReplay(boolean replay);

  @Description("How often a rejected record is tried, the first time included.")
  @Default.Integer(3)
  int getMaxAttempts();

  void setMaxAttempts(int maxAttempts);

  @Description(
      "First day (UTC, yyyy-mm-dd) of a backfill: only days of raw tables from it on are rebuilt.")
  String getFrom();

  void setFrom(String from);

  @Description("Last day (UTC, yyyy-mm-dd) of a backfill.")
  String getTo();

  void setTo(String to);
}
