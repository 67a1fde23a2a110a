package io.growthline.pipelines.run;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a user asks of a run.
 *
 * @param data where things lie
 * @param stages what to run
 * @param asOf as-of day; null for the day after the newest event
 * @param rebuild whether ingest and marts build everything again, not only what changed
 * @param ingestOptions options of ingest alone, for example {@code --from=2026-01-31}
 * @param beamOptions further Beam options
 */
public record RunRequest(
    DataDirectory data,
    List<Stage> stages,
    LocalDate asOf,
    boolean rebuild,
    List<String> ingestOptions,
    List<String> beamOptions) {

  /** All stages on all that is in the landing place, as of the day after the newest event. */
  public static RunRequest everything(DataDirectory data) {
    return new RunRequest(data, Stage.all(), null, true, List.of(), List.of());
  }

  /** Options of one stage beside those that all have. */
  List<String> optionsOf(Stage stage) {
    return switch (stage) {
      case INGEST ->
          Stream.concat(Stream.of("--rebuild=" + rebuild), ingestOptions.stream()).toList();
      case MARTS -> List.of("--rebuild=" + rebuild);
      default -> List.of();
    };
  }
}
