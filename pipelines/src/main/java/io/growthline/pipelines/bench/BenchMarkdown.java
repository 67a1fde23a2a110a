package io.growthline.pipelines.bench;

import io.growthline.pipelines.bench.reference.TableComparison;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The report of a benchmark for readers. What could not be measured is an empty cell. */
final class BenchMarkdown {
  private static final double MIB = 1 << 20;

  private final BenchReport report;
  private final StringBuilder text = new StringBuilder();

  private BenchMarkdown(BenchReport report) {
    this.report = report;
  }

  static String of(BenchReport report) {
    return new BenchMarkdown(report).write();
  }

  private String write() {
    head();
    report.sizes().forEach(this::size);
    if (report.sizes().size() > 1) {
      growth();
    }
    if (report.sizes().stream().anyMatch(size -> !size.reference().isEmpty())) {
      reference();
    }
    if (report.start() != null) {
      start(report.start());
    }
    return text.toString();
  }

  private void head() {
    Machine machine = report.machine();
    line("# Benchmark");
    line("");
    line(
        "Synthetic customers over %d months, from seed %d, with standard faults. Every stage runs in"
            + " a process of its own, from nothing but landing files.",
        report.months(), report.seed());
    if (report.repeat() > 1) {
      line("Each was measured %d times; the run with the median time is shown.", report.repeat());
    }
    line("");
    line("| | |");
    line("|---|---|");
    line("| machine | %d processors, %s |", machine.processors(), gib(machine.memoryBytes()));
    line("| system | %s |", machine.system());
    line("| load before the start | %s |", number("%.1f", machine.load()));
    line("| Java | %s, %s |", machine.java(), options(machine));
    line("| heap limit | %s |", gib(heap()));
    for (String failure : report.failures()) {
      line("");
      line("**Failed:** %s", failure);
    }
  }

  private void size(SizeReport size) {
    if (size.stages().isEmpty()) {
      return;
    }
    line("");
    line("## %,d customers%s", size.customers(), records(size));
    line("");
    line(
        "| stage | rows | wall s | work s | CPU s | rows/s | s per million records | shuffled MiB"
            + " | peak memory MiB | in garbage collection |");
    line("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    List<Measurement> stages = size.stages().values().stream().map(Measurement::median).toList();
    size.stages().forEach((stage, repeats) -> row(stage, Measurement.median(repeats), size));
    if (stages.size() > 1) {
      row("**total**", Measurement.total(stages), size);
    }
    if (!size.nothingNew().isEmpty()) {
      row("nothing new", Measurement.median(size.nothingNew()), size);
    }
  }

  private void row(String name, Measurement measured, SizeReport size) {
    ProcessUsage usage = measured.usage();
    line(
        "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |",
        name,
        number("%,d", measured.rows()),
        number("%,.1f", usage.wallSeconds()),
        number("%,.1f", measured.workSeconds()),
        number("%,.1f", usage.cpuSeconds()),
        number("%,.0f", measured.rowsPerSecond()),
        number("%,.1f", size.perMillion(usage.wallSeconds())),
        mib("%,.1f", measured.shuffledBytes()),
        mib("%,.0f", usage.peakBytes()),
        percent(usage.gcShare()));
  }

  private void growth() {
    SizeReport first = report.sizes().get(0);
    SizeReport last = report.sizes().get(report.sizes().size() - 1);
    line("");
    line("## Growth");
    line("");
    line(
        "Wall seconds for each million landing records. The last column is the cost of a record at"
            + " the last size over that at the first: 1 is linear.");
    line("");
    line("| stage |%s growth |", cells(size -> number("%,d customers |", size.customers())));
    line("|---|%s---:|", "---:|".repeat(report.sizes().size()));
    for (String stage : first.stages().keySet()) {
      Double from = perMillion(first, stage);
      Double to = perMillion(last, stage);
      line(
          "| %s |%s %s |",
          stage,
          cells(size -> number("%,.1f", perMillion(size, stage)) + " |"),
          from == null || to == null ? "" : number("%.2f", to / from));
    }
  }

  private void reference() {
    line("");
    line("## Against DuckDB");
    line("");
    line(
        "SQL in DuckDB makes the same tables in a process of its own, right after the stage. Wall"
            + " ratios are of whole processes, work ratios leave out their start and end.");
    line("");
    line(
        "| stage | customers | wall s | DuckDB | ratio | work s | DuckDB | ratio | CPU ratio"
            + " | peak memory MiB | DuckDB |");
    line("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    for (SizeReport size : report.sizes()) {
      size.reference().forEach((stage, repeats) -> referenceRow(stage, size));
    }
    line("");
    comparisons();
  }

  private void referenceRow(String stage, SizeReport size) {
    Measurement ours = Measurement.median(size.stages().get(stage));
    Measurement theirs = Measurement.median(size.reference().get(stage));
    line(
        "| %s | %,d | %s | %s | %s | %s | %s | %s | %s | %s | %s |",
        stage,
        size.customers(),
        number("%,.1f", ours.usage().wallSeconds()),
        number("%,.1f", theirs.usage().wallSeconds()),
        ratio(ours.usage().wallSeconds(), theirs.usage().wallSeconds()),
        number("%,.1f", ours.workSeconds()),
        number("%,.1f", theirs.workSeconds()),
        ratio(ours.workSeconds(), theirs.workSeconds()),
        ratio(ours.usage().cpuSeconds(), theirs.usage().cpuSeconds()),
        mib("%,.0f", ours.usage().peakBytes()),
        mib("%,.0f", theirs.usage().peakBytes()));
  }

  private void comparisons() {
    List<TableComparison> all =
        report.sizes().stream().flatMap(size -> size.comparisons().stream()).toList();
    List<TableComparison> equal = all.stream().filter(TableComparison::isEqual).toList();
    line(
        "Compared with `EXCEPT` both ways: %d of %d tables are equal, with %,d rows.",
        equal.size(), all.size(), equal.stream().mapToLong(TableComparison::rows).sum());
    for (TableComparison table : all) {
      if (!table.notCompared().isEmpty()) {
        line("");
        line("Not compared of %s: %s.", table.table(), String.join(", ", table.notCompared()));
      }
    }
  }

  private void start(SizeReport start) {
    line("");
    line("## Start");
    line("");
    line(
        "Ingest of %s records costs little but the start of a process. The first start may have to"
            + " read the code from disk, the second finds it in memory.",
        number("%,d", start.records()));
    line("");
    line("| | wall s | work s | CPU s | peak memory MiB |");
    line("|---|---:|---:|---:|---:|");
    int number = 0;
    for (Map.Entry<String, List<Measurement>> stage : start.stages().entrySet()) {
      for (Measurement measured : stage.getValue()) {
        startRow(stage.getKey() + ", start " + ++number, measured);
      }
    }
    for (Measurement measured : start.nothingNew()) {
      startRow("nothing new", measured);
    }
  }

  private void startRow(String name, Measurement measured) {
    ProcessUsage usage = measured.usage();
    line(
        "| %s | %s | %s | %s | %s |",
        name,
        number("%,.1f", usage.wallSeconds()),
        number("%,.1f", measured.workSeconds()),
        number("%,.1f", usage.cpuSeconds()),
        mib("%,.0f", usage.peakBytes()));
  }

  private Double perMillion(SizeReport size, String stage) {
    List<Measurement> repeats = size.stages().get(stage);
    return repeats == null
        ? null
        : size.perMillion(Measurement.median(repeats).usage().wallSeconds());
  }

  private Long heap() {
    return report.sizes().stream()
        .flatMap(size -> size.stages().values().stream().flatMap(List::stream))
        .map(measured -> measured.usage().heapBytes())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private String cells(Function<SizeReport, String> cell) {
    StringBuilder cells = new StringBuilder();
    report.sizes().forEach(size -> cells.append(' ').append(cell.apply(size)));
    return cells.toString();
  }

  private static String records(SizeReport size) {
    return size.records() == null ? "" : number(", %,d records", size.records());
  }

  private static String options(Machine machine) {
    return machine.javaOptions() == null
        ? "options of the launcher"
        : "`" + machine.javaOptions() + "`";
  }

  private static String gib(Long bytes) {
    return bytes == null ? "unknown" : number("%.1f GiB", bytes / MIB / 1024);
  }

  private static String mib(String format, Long bytes) {
    return bytes == null ? "" : number(format, bytes / MIB);
  }

  private static String percent(Double share) {
    return share == null ? "" : number("%.0f %%", 100 * share);
  }

  private static String ratio(Double ours, Double theirs) {
    return ours == null || theirs == null ? "" : number("%.1f", ours / theirs);
  }

  private static String number(String format, Number value) {
    return value == null ? "" : String.format(Locale.ROOT, format, value);
  }

  private void line(String format, Object... values) {
    text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
        .append('\n');
  }
}
