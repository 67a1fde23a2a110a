package io.growthline.pipelines.cli;

import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.pipelines.stage.UsageException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "promote",
    description = "Put a version of a model into production, or into shadow.",
    footer = {
      "",
      "The version that was in production is archived. Scores change with the next run.",
      "",
      "Example: growthline models promote churn 2026-07-01-8497e3de --why \"Better on new customers\""
    })
final class ModelsPromoteCommand implements Callable<Integer> {
  /** Where a version can be promoted to. */
  enum Target {
    PRODUCTION,
    SHADOW
  }

  @Spec CommandSpec spec;
  @Mixin RegistryOption models;
  @Mixin DecisionOption decision;

  @Parameters(index = "0", paramLabel = "MODEL", description = "Name of the model.")
  String model;

  @Parameters(index = "1", paramLabel = "VERSION", description = "The version.")
  String version;

  @Option(
      names = "--to",
      paramLabel = "STAGE",
      defaultValue = "production",
      description =
          "production, or shadow: score beside production without being used (default: production).")
  Target to;

  @Override
  public Integer call() {
    ModelRegistry registry = models.knowing(model);
    try {
      switch (to) {
        case PRODUCTION -> registry.promote(model, version, decision.decision());
        case SHADOW -> registry.shadow(model, version, decision.decision());
      }
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
    spec.commandLine()
        .getOut()
        .printf(
            "Model %s: version %s is in %s.%n", model, version, to.name().toLowerCase(Locale.ROOT));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
