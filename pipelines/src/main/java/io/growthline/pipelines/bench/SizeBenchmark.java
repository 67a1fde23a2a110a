package io.growthline.pipelines.bench;

import io.growthline.domain.monitoring.RunManifest;
import io.growthline.domain.monitoring.RunManifest.StageAccount;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.pipelines.bench.reference.ReferenceRun;
import io.growthline.pipelines.bench.reference.TableComparison;
import io.growthline.pipelines.bench.reference.TableComparisons;
import io.growthline.pipelines.run.Manifests;
import io.growthline.pipelines.run.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Measures stages at one size: all repeats, each from nothing but landing files. The reference of a
 * stage follows it directly, so that both meet the same machine.
 */
final class SizeBenchmark {
  private final DataSet data;
  private final List<Stage> stages;
  private final boolean reference;
  private final Commands commands;
  private final Map<String, List<Measurement>> measured = new LinkedHashMap<>();
  private final Map<String, List<Measurement>> referenced = new LinkedHashMap<>();
  private final List<TableComparison> comparisons = new ArrayList<>();
  private final List<Measurement> nothingNew = new ArrayList<>();
  private Long records;

  /**
   * @param reference whether SQL makes the same tables, too
   */
  SizeBenchmark(DataSet data, List<Stage> stages, boolean reference, Commands commands) {
    this.data = data;
    this.stages = stages;
    this.reference = reference;
    this.commands = commands;
  }

  /** Measures; a command that fails ends it and is in the report. */
  SizeReport run(int repeats) {
    try {
      if (!data.isGenerated()) {
        commands.run("generate", data.generation());
      }
      for (int i = 0; i < repeats; i++) {
        once();
      }
      compare();
      return report(null);
    } catch (CommandFailedException e) {
      return report(e.getMessage());
    }
  }

  private SizeReport report(String failure) {
    return new SizeReport(
        data.customers(), records, measured, referenced, comparisons, nothingNew, failure);
  }

  private void once() throws CommandFailedException {
    data.removeResults();
    List<Stage> before = Stage.all().stream().filter(s -> s.compareTo(stages.get(0)) < 0).toList();
    if (!before.isEmpty()) {
      commands.run("prepare", runOf(before));
    }
    for (Stage stage : stages) {
      add(measured, stage, measure(stage.id(), List.of(stage)));
      if (reference && ReferenceRun.exists(stage)) {
        add(referenced, stage, measureReference(stage));
      }
    }
    nothingNew.add(measure("nothing new", stages));
  }

  private static void add(
      Map<String, List<Measurement>> measurements, Stage stage, Measurement measurement) {
    measurements.computeIfAbsent(stage.id(), k -> new ArrayList<>()).add(measurement);
  }

  private Measurement measure(String work, List<Stage> run) throws CommandFailedException {
    ProcessUsage usage = commands.run(work, runOf(run));
    RunManifest manifest = manifest();
    records = manifest.sources().stream().mapToLong(SourceAccount::read).sum();
    return new Measurement(
        usage,
        manifest.stages().stream().mapToLong(StageAccount::rows).sum(),
        manifest.stages().stream().mapToDouble(StageAccount::seconds).sum(),
        ShuffledBytes.in(data.directory().runs().resolve("last.log")));
  }

  private Measurement measureReference(Stage stage) throws CommandFailedException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "bench",
                "reference",
                "--stage=" + stage.id(),
                "--data=" + data.directory().root(),
                "--out=" + data.reference(stage)));
    if (manifest().asOf() != null) {
      arguments.add("--as-of=" + manifest().asOf());
    }
    ProcessUsage usage = commands.run("duckdb " + stage.id(), arguments);
    ReferenceRun run = ReferenceRun.read(data.reference(stage));
    return new Measurement(usage, run.totalRows(), run.seconds(), null);
  }

  private void compare() {
    for (String stage : referenced.keySet()) {
      commands.announce("  comparing the tables of " + stage);
      comparisons.addAll(
          TableComparisons.of(data.directory().warehouse(), data.reference(Stage.of(stage))));
    }
  }

  private RunManifest manifest() {
    return new Manifests(data.directory()).latest().orElseThrow();
  }

  private List<String> runOf(List<Stage> run) {
    return List.of(
        "run",
        "--stages=" + run.stream().map(Stage::id).collect(Collectors.joining(",")),
        "--data=" + data.directory().root());
  }
}
