package io.growthline.pipelines.cli;

import io.growthline.pipelines.ingest.SourceImport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "import",
    description = "Put files of another system into the landing place, with the mapping to events.",
    footer = {
      "",
      "Example: growthline import --source sources/cdnow.yaml --input cdnow_sample.csv",
      "Then 'growthline run' turns them into tables."
    })
final class ImportCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin DataOption data;

  @Option(
      names = "--source",
      required = true,
      paramLabel = "MAPPING",
      description = "The source mapping, a YAML file.")
  Path source;

  @Option(
      names = "--input",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files to import.")
  List<Path> inputs;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    SourceImport.Result result = SourceImport.run(source, inputs, data.directory().landing());
    result.copied().forEach(file -> out.println("Imported " + file));
    result.alreadyImported().forEach(file -> out.println("Already imported: " + file));
    result.previews().forEach(preview -> out.println("  " + preview));
    out.flush();
    return 0;
  }
}
