package io.growthline.pipelines.cli;

import io.growthline.pipelines.bench.BenchFiles;
import io.growthline.pipelines.bench.BenchReport;
import io.growthline.pipelines.bench.BenchRequest;
import io.growthline.pipelines.bench.Benchmark;
import io.growthline.pipelines.bench.Launcher;
import io.growthline.pipelines.bench.ProcessLauncher;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "bench",
    description = "Measure the stages at growing sizes, each in a process of its own.",
    footer = {"", "Example: growthline bench --customers 10000 --stages ingest,marts --reference"},
    subcommands = BenchReferenceCommand.class)
final class BenchCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin PopulationOptions population;
  @Mixin StagesOption stages;

  @Option(
      names = "--sizes",
      split = ",",
      paramLabel = "N",
      defaultValue = "1,2,5",
      description = "Multiples of --customers to measure at (default: ${DEFAULT-VALUE}).")
  List<Integer> sizes;

  @Option(
      names = "--repeat",
      defaultValue = "1",
      description = "How often to measure each stage; the median is shown (default: 1).")
  int repeat;

  @Option(
      names = "--starts",
      paramLabel = "N",
      defaultValue = "2",
      description = "How often to measure ingest of about 5,000 records (default: 2).")
  int starts;

  @Option(
      names = "--reference",
      description =
          "Also make the tables of ingest and marts with SQL in DuckDB, and fail when any row"
              + " differs.")
  boolean reference;

  @Option(
      names = "--limit",
      paramLabel = "MINUTES",
      defaultValue = "30",
      description = "Kill a process that takes longer (default: 30).")
  int limit;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "data/bench",
      description = "Where data, logs and report.md lie (default: data/bench).")
  Path out;

  @Override
  public Integer call() {
    requirePositive("--repeat", repeat);
    requirePositive("--limit", limit);
    sizes.forEach(size -> requirePositive("--sizes", size));
    BenchRequest request =
        new BenchRequest(
            out.toAbsolutePath().normalize(),
            population.customers(),
            population.months(),
            population.seed,
            starts,
            sizes,
            stages.chosen(),
            repeat,
            reference);
    return execute(
        request,
        new ProcessLauncher(command(), Duration.ofMinutes(limit)),
        spec.commandLine().getOut());
  }

  static int execute(BenchRequest request, Launcher launcher, PrintWriter out) {
    BenchReport report = new Benchmark(request, launcher, out).run();
    Path file = BenchFiles.write(report, request.directory());
    report.failures().forEach(out::println);
    out.println("Report: " + file);
    out.flush();
    return report.failures().isEmpty() ? 0 : Growthline.FAILED;
  }

  // As this process was started, so that what is measured is what users get.
  private static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Growthline.class.getName()));
    return command;
  }

  private void requirePositive(String option, int value) {
    if (value < 1) {
      throw new ParameterException(
          spec.commandLine(), option + " must be at least 1, not " + value + ".");
    }
  }
}
