package io.growthline.pipelines.cli;

import io.growthline.pipelines.bench.reference.ReferenceRun;
import io.growthline.pipelines.run.Stage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code bench --reference} starts, so that DuckDB has a process of its own, too. */
@Command(
    name = "reference",
    hidden = true,
    description = "Make the tables of a stage with SQL in DuckDB, beside what is published.")
final class BenchReferenceCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin DataOption data;

  @Option(names = "--stage", required = true, description = "ingest or marts.")
  String stage;

  @Option(names = "--as-of", paramLabel = "DATE", description = "As-of day of the marts.")
  LocalDate asOf;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Where to write the tables.")
  Path out;

  @Override
  public Integer call() {
    ReferenceRun run = ReferenceRun.of(stage(), data.directory(), asOf, out);
    spec.commandLine()
        .getOut()
        .printf(Locale.ROOT, "%,d rows in %.1f s%n", run.totalRows(), run.seconds());
    return 0;
  }

  private Stage stage() {
    try {
      return Stage.of(stage);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
