package io.growthline.pipelines.cli;

import io.growthline.domain.scoring.Decision;
import picocli.CommandLine.Option;

/** Who decides on a version of a model, and why; the journal keeps both. */
final class DecisionOption {
  @Option(
      names = "--why",
      required = true,
      paramLabel = "TEXT",
      description = "The reason, for the journal of the model.")
  private String why;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who decides (default: the user of this machine).")
  private String by = System.getProperty("user.name");

  Decision decision() {
    return new Decision(by, why, "");
  }
}
