package io.growthline.pipelines.ingest;

import io.growthline.pipelines.stage.ShuffleOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Options of {@link IngestPipeline}. */
public interface IngestOptions extends ShuffleOptions {
  @Description("Where landing files are: a directory or gs://…, one folder for each source.")
  @Validation.Required
  String getLanding();

  void setLanding(String landing);

  @Description("Read all landing files again and replace all raw tables by what they give.")
  @Default.Boolean(false)
  boolean isRebuild();

  void setRebuild(boolean rebuild);

  @Description(
      "First day (UTC, yyyy-mm-dd) of a backfill: only days of raw tables from it on are rebuilt.")
  String getFrom();

  void setFrom(String from);

  @Description("Last day (UTC, yyyy-mm-dd) of a backfill.")
  String getTo();

  void setTo(String to);
}
