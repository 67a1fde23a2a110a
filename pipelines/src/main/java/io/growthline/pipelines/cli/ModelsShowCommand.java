package io.growthline.pipelines.cli;

import io.growthline.domain.scoring.JournalEntry;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "show",
    description = "Show the journal of a model: which version came to which stage, who and why.",
    footer = {"", "Example: growthline models show churn"})
final class ModelsShowCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Spec CommandSpec spec;
  @Mixin RegistryOption models;

  @Parameters(index = "0", paramLabel = "MODEL", description = "Name of the model.")
  String model;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "VERSION",
      description = "Show this version only (default: all).")
  String version;

  @Override
  public Integer call() {
    List<JournalEntry> entries =
        models.knowing(model).history(model).stream()
            .filter(entry -> version == null || entry.version().equals(version))
            .toList();
    PrintWriter out = spec.commandLine().getOut();
    if (entries.isEmpty()) {
      out.printf("Model %s has no version %s.%n", model, version);
    }
    for (JournalEntry entry : entries) {
      out.printf(
          "%s  %-22s %-11s by %s: %s%n",
          time(entry.at()), entry.version(), entry.stage().id(), entry.by(), entry.why());
      if (!entry.result().isEmpty()) {
        out.printf("%21s%s%n", "", entry.result());
      }
    }
    out.flush();
    return 0;
  }

  /** A time as people read it, UTC. */
  static String time(Instant at) {
    return TIME.format(at);
  }
}
