package io.growthline.pipelines.run;

import java.time.LocalDate;
import java.util.List;

/**
 * What a user asks of a run.
 *
 * @param data where things lie
 * @param stages what to run
 * @param asOf as-of day; null for the day after the newest event
 * @param ingest how to take in what has landed
 * @param beamOptions further Beam options
 */
public record RunRequest(
    DataDirectory data,
    List<Stage> stages,
    LocalDate asOf,
    IngestRequest ingest,
    List<String> beamOptions) {

  /**
   * How to take in what has landed.
   *
   * @param rebuild whether to read all files again
   * @param from first day of a backfill; null for none
   * @param to last day of a backfill; null for none
   */
  public record IngestRequest(boolean rebuild, LocalDate from, LocalDate to) {
    /** Only what is new. */
    public static final IngestRequest NEW_FILES = new IngestRequest(false, null, null);
  }

  /** All stages on all that is in the landing place, as of the day after the newest event. */
  public static RunRequest everything(DataDirectory data) {
    return new RunRequest(data, Stage.all(), null, new IngestRequest(true, null, null), List.of());
  }
}
