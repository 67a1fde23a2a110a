package io.growthline.pipelines.cli;

import io.growthline.pipelines.ingest.IngestOptions;
import io.growthline.pipelines.ingest.IngestPipeline;
import io.growthline.pipelines.run.DataDirectory;
import io.growthline.pipelines.stage.StageResult;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.options.StreamingOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "stream",
    description = "Watch the landing place and append what lands to the raw tables.",
    footer = {
      "",
      "Ctrl-C ends it. 'growthline run' settles accounts and duplicates of what was streamed, and"
          + " writes what the end cut off."
    })
final class StreamCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  @Spec CommandSpec spec;
  @Mixin DataOption data;
  @Mixin UnknownColumnsOption unknownColumns;

  @Option(
      names = "--idle-minutes",
      paramLabel = "N",
      description =
          "Write everything and end when nothing has landed for so long (default: never).")
  int idleMinutes;

  @Override
  public Integer call() {
    DataDirectory directory = data.directory();
    if (!Files.isDirectory(directory.landing())) {
      throw new ParameterException(
          spec.commandLine(),
          "There is no " + directory.landing() + ". Make it, or name another --data.");
    }
    if (idleMinutes < 0) {
      throw new ParameterException(spec.commandLine(), "--idle-minutes must not be negative.");
    }
    IngestOptions options = options(directory);
    spec.commandLine().getOut().println("Watching " + directory.landing() + " (Ctrl-C ends it)");
    spec.commandLine().getOut().flush();
    try (RunLog log = RunLog.open(directory)) {
      StageResult result = IngestPipeline.run(options);
      result.notes().forEach(spec.commandLine().getOut()::println);
      spec.commandLine().getOut().flush();
      return result.status().exitCode();
    }
  }

  private IngestOptions options(DataDirectory directory) {
    List<String> arguments = new ArrayList<>(unknownColumns.options());
    arguments.add("--landing=" + directory.landing());
    arguments.add("--warehouse=" + directory.warehouse());
    arguments.add("--runId=stream-" + TIME.format(Instant.now()));
    arguments.add("--idleSeconds=" + 60L * idleMinutes);
    IngestOptions options =
        PipelineOptionsFactory.fromArgs(arguments.toArray(new String[0])).as(IngestOptions.class);
    options.as(StreamingOptions.class).setStreaming(true);
    return options;
  }
}
