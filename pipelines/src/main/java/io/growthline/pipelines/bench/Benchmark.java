package io.growthline.pipelines.bench;

import io.growthline.pipelines.run.Stage;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures the stages at growing sizes. */
public final class Benchmark {
  // About 5,000 records.
  private static final int FEW_CUSTOMERS = 11;
  private static final int FEW_MONTHS = 18;

  private final BenchRequest request;
  private final Launcher launcher;
  private final PrintWriter out;

  public Benchmark(BenchRequest request, Launcher launcher, PrintWriter out) {
    this.request = request;
    this.launcher = launcher;
    this.out = out;
  }

  /** Runs it; what fails ends it and is in the report. */
  public BenchReport run() {
    Commands commands = new Commands(launcher, request.directory().resolve("logs"), out);
    SizeReport start = request.starts() > 0 ? start(commands) : null;
    List<SizeReport> sizes = new ArrayList<>();
    BenchReport report =
        new BenchReport(
            Machine.here(), request.months(), request.seed(), request.repeat(), start, sizes);
    for (int size : request.sizes()) {
      if (report.failures().isEmpty()) {
        DataSet data = request.dataOf(request.customers() * size, request.months());
        commands.announce(String.format(Locale.ROOT, "%,d customers", data.customers()));
        sizes.add(
            new SizeBenchmark(data, request.stages(), request.reference(), commands)
                .run(request.repeat()));
      }
    }
    return report;
  }

  private SizeReport start(Commands commands) {
    commands.announce("Start of ingest");
    DataSet few = request.dataOf(FEW_CUSTOMERS, FEW_MONTHS);
    return new SizeBenchmark(few, List.of(Stage.INGEST), false, commands).run(request.starts());
  }
}
