package io.growthline.pipelines.cli;

import io.growthline.domain.scoring.JournalEntry;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.domain.scoring.ModelStage;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "list", description = "List the models with their versions in production.")
final class ModelsListCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin RegistryOption models;

  @Override
  public Integer call() {
    ModelRegistry registry = models.registry();
    PrintWriter out = spec.commandLine().getOut();
    if (registry.models().isEmpty()) {
      out.println("There are no models yet. Train some with 'growthline run'.");
    } else {
      out.printf(
          "%-12s %-22s %-20s %9s %7s  %s%n",
          "model", "in production", "since", "versions", "shadow", "by");
      registry.models().forEach(model -> print(registry, model, out));
    }
    out.flush();
    return 0;
  }

  private static void print(ModelRegistry registry, String model, PrintWriter out) {
    Optional<JournalEntry> entry = registry.promotion(model);
    out.printf(
        "%-12s %-22s %-20s %9d %7d  %s%n",
        model,
        entry.map(JournalEntry::version).orElse("none"),
        entry.map(e -> ModelsShowCommand.time(e.at())).orElse(""),
        registry.versions(model).size(),
        registry.versions(model, ModelStage.SHADOW).size(),
        entry.map(e -> e.by() + (e.held() ? " (held)" : "")).orElse(""));
  }
}
