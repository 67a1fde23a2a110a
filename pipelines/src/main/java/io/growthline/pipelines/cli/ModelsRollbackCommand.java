package io.growthline.pipelines.cli;

import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.pipelines.stage.UsageException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "rollback",
    description = "Put the version back into production that was there before.",
    footer = {
      "",
      "No run promotes another version by itself until a person does.",
      "",
      "Example: growthline models rollback churn --why \"Scores of students are too high\""
    })
final class ModelsRollbackCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin RegistryOption models;
  @Mixin DecisionOption decision;

  @Parameters(paramLabel = "MODEL", description = "Name of the model.")
  String model;

  @Override
  public Integer call() {
    ModelRegistry registry = models.knowing(model);
    String version;
    try {
      version = registry.rollback(model, decision.decision());
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
    spec.commandLine()
        .getOut()
        .printf("Model %s: version %s is back in production.%n", model, version);
    spec.commandLine().getOut().flush();
    return 0;
  }
}
