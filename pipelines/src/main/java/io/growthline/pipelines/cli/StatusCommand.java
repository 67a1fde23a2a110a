package io.growthline.pipelines.cli;

import io.growthline.domain.monitoring.RunManifest;
import io.growthline.pipelines.run.Manifests;
import io.growthline.pipelines.run.RunException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "status", description = "Show what the last run did.")
final class StatusCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin DataOption data;

  @Option(names = "--json", description = "Print the manifest of the run as JSON.")
  boolean json;

  @Override
  public Integer call() {
    RunManifest manifest =
        new Manifests(data.directory())
            .latest()
            .orElseThrow(
                () ->
                    new RunException(
                        "No run is recorded in "
                            + data.directory().runs()
                            + ". Start one with 'growthline run'."));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(Manifests.toJson(manifest));
    } else {
      print(manifest, out);
    }
    out.flush();
    return 0;
  }

  private static void print(RunManifest m, PrintWriter out) {
    out.printf("Run %s %s, as of %s%n%n", m.runId(), m.status(), m.asOf());
    out.printf(
        "  %-22s %-22s %11s %11s %10s %11s %9s %7s%n",
        "source", "table", "read", "written", "duplicate", "dead letter", "filtered", "late");
    m.sources()
        .forEach(
            s ->
                out.printf(
                    Locale.ROOT,
                    "  %-22s %-22s %,11d %,11d %,10d %,11d %,9d %,7d%s%n",
                    s.source(),
                    s.tableName(),
                    s.read(),
                    s.written(),
                    s.duplicates(),
                    s.deadLettered(),
                    s.filtered(),
                    s.late(),
                    s.balanced() ? "" : "  NOT BALANCED"));
    out.printf("%n  %-24s %-11s %11s %10s%n", "stage", "status", "rows", "seconds");
    m.stages()
        .forEach(
            s -> {
              out.printf(
                  Locale.ROOT,
                  "  %-24s %-11s %,11d %,10.1f%n",
                  s.stage(),
                  s.status(),
                  s.rows(),
                  s.seconds());
              s.notes().forEach(note -> out.println("    " + note));
            });
    out.printf("%n  %-36s %11s%n", "table", "rows");
    m.tables().forEach(t -> out.printf(Locale.ROOT, "  %-36s %,11d%n", t.table(), t.rows()));
  }
}
