package io.growthline.pipelines.cli;

import io.growthline.domain.monitoring.RunManifest;
import io.growthline.pipelines.run.DataDirectory;
import io.growthline.pipelines.run.PlatformRun;
import io.growthline.pipelines.run.RunRequest;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "run",
    description = "Run stages in a row and publish their tables, models and reports.",
    footer = {"", "Example: growthline run --stages ingest,marts --as-of 2026-07-01"})
final class RunCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin DataOption data;
  @Mixin UnknownColumnsOption unknownColumns;
  @Mixin StagesOption stages;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description =
          "Use only what was known before this day, yyyy-mm-dd (default: the day after the newest"
              + " event).")
  LocalDate asOf;

  @Option(
      names = "--rebuild",
      description =
          "Do everything again: ingest all landing files, build all marts, and run stages whose"
              + " input has not changed.")
  boolean rebuild;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "Backfill: ingest the days from this one on again, yyyy-mm-dd.")
  LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "Backfill: the last day, yyyy-mm-dd.")
  LocalDate to;

  @Parameters(
      paramLabel = "BEAM_OPTION",
      description = "Further options for Beam, after '--', for example -- --targetParallelism=4.")
  List<String> beamOptions = new ArrayList<>();

  @Override
  public Integer call() {
    DataDirectory directory = data.directory();
    if (!Files.isDirectory(directory.landing())) {
      throw new ParameterException(
          spec.commandLine(),
          "There is no "
              + directory.landing()
              + ". Make it with 'growthline generate' or 'growthline import', or name another"
              + " --data.");
    }
    if (rebuild && (from != null || to != null)) {
      throw new ParameterException(
          spec.commandLine(), "--rebuild reads everything; leave out --from and --to.");
    }
    return execute(
        new RunRequest(
            directory, stages.chosen(), asOf, rebuild, ingestOptions(), checkedBeamOptions()),
        spec.commandLine().getOut());
  }

  static int execute(RunRequest request, PrintWriter out) {
    try (RunLog log = RunLog.open(request.data())) {
      PlatformRun run = new PlatformRun(request, new ConsoleProgress(out), Clock.systemUTC());
      out.println("Run " + run.runId());
      RunManifest manifest = run.execute();
      out.println(
          "Run "
              + manifest.status()
              + (manifest.asOf() == null ? "" : " as of " + manifest.asOf())
              + ". Manifest: "
              + request.data().runs().resolve(manifest.runId()).resolve("manifest.json"));
      out.flush();
      return manifest.status().exitCode();
    }
  }

  private List<String> ingestOptions() {
    List<String> options = new ArrayList<>(unknownColumns.options());
    if (from != null) {
      options.add("--from=" + from);
    }
    if (to != null) {
      options.add("--to=" + to);
    }
    return options;
  }

  private List<String> checkedBeamOptions() {
    if (beamOptions.isEmpty()) {
      return beamOptions;
    }
    try {
      PipelineOptionsFactory.fromArgs(beamOptions.toArray(new String[0])).create();
      return beamOptions;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
