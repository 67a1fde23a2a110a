package io.growthline.pipelines.cli;

import io.growthline.pipelines.run.Stage;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The choice of stages. */
final class StagesOption {
  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = "--stages",
      split = ",",
      paramLabel = "STAGE",
      defaultValue = "ingest,marts,train,score,price,decide,monitor",
      description = "What to run (default: ${DEFAULT-VALUE}).")
  private List<String> stages;

  /** The chosen stages in the order in which they run. */
  List<Stage> chosen() {
    try {
      return stages.stream().map(Stage::of).distinct().sorted().toList();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
