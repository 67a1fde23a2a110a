package io.growthline.pipelines.ingest;

import io.growthline.pipelines.stage.ShuffleOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Options of {@link IngestPipeline}. */
public interface IngestOptions extends ShuffleOptions, StreamOptions {
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
