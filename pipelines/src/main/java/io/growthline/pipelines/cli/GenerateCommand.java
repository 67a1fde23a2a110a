package io.growthline.pipelines.cli;

import io.growthline.pipelines.run.DataDirectory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "generate",
    description = "Generate synthetic customers and their events into the landing place.")
final class GenerateCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin DataOption data;
  @Mixin PopulationOptions population;

  @Option(
      names = "--faults",
      defaultValue = "none",
      description =
          "none, standard or harsh: what to spoil after valid generation (default: none).")
  String faults;

  @Option(
      names = "--format",
      defaultValue = "jsonl",
      description = "jsonl or parquet (default: jsonl).")
  String format;

  @Override
  public Integer call() {
    if (!format.matches("jsonl|parquet")) {
      throw new ParameterException(
          spec.commandLine(), "Unknown format '" + format + "'. Use jsonl or parquet.");
    }
    if (!faults.matches("none|standard|harsh")) {
      throw new ParameterException(
          spec.commandLine(), "Unknown faults '" + faults + "'. Use none, standard or harsh.");
    }
    DataDirectory directory = data.directory();
    try (RunLog log = RunLog.open(directory)) {
      population.generate(directory, faults, format, spec.commandLine().getOut());
    }
    return 0;
  }
}
