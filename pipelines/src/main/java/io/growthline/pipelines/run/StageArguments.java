package io.growthline.pipelines.run;

import io.growthline.pipelines.stage.StageOptions;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * What a run hands to its stages.
 *
 * @param data where things lie
 * @param runId identifies the run
 * @param asOf as-of day; null while no event is known
 * @param beamOptions options as on the command line of a stage main, for example {@code
 *     --runner=DirectRunner}
 */
record StageArguments(DataDirectory data, String runId, LocalDate asOf, List<String> beamOptions) {
  /** Options of a stage. Later words win, so users can overrule the settings for volume. */
  <O extends StageOptions> O as(Class<O> type) {
    O options = PipelineOptionsFactory.fromArgs(beamOptions.toArray(new String[0])).as(type);
    options.setWarehouse(data.warehouse().toString());
    options.setRunId(runId);
    if (asOf != null) {
      options.setAsOf(asOf.toString());
    }
    return options;
  }

  StageArguments withAsOf(LocalDate day) {
    return new StageArguments(data, runId, day, beamOptions);
  }

  StageArguments with(List<String> moreOptions) {
    return new StageArguments(
        data, runId, asOf, Stream.concat(beamOptions.stream(), moreOptions.stream()).toList());
  }
}
