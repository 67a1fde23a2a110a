package io.growthline.pipelines.run;

import java.time.LocalDate;
import java.util.List;

/**
 * What a user asks of a run.
 *
 * @param data where things lie
 * @param stages what to run
 * @param asOf as-of day; null for the day after the newest event
 * @param ingestOptions options of ingest alone, for example {@code --rebuild=true}
 * @param beamOptions further Beam options
 */
public record RunRequest(
    DataDirectory data,
    List<Stage> stages,
    LocalDate asOf,
    List<String> ingestOptions,
    List<String> beamOptions) {

  /** All stages on all that is in the landing place, as of the day after the newest event. */
  public static RunRequest everything(DataDirectory data) {
    return new RunRequest(data, Stage.all(), null, List.of("--rebuild=true"), List.of());
  }
}
