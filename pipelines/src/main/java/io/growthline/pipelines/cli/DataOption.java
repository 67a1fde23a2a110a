package io.growthline.pipelines.cli;

import io.growthline.pipelines.run.DataDirectory;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The data directory that commands share. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "Where landing files, tables, models and reports lie (default: data).")
  private Path data;

  DataDirectory directory() {
    return new DataDirectory(data.toAbsolutePath().normalize());
  }
}
