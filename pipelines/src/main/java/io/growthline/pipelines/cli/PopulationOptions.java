package io.growthline.pipelines.cli;

import io.growthline.pipelines.generate.GenerateOptions;
import io.growthline.pipelines.generate.GeneratePipeline;
import io.growthline.pipelines.generate.GenerateReport;
import io.growthline.pipelines.run.DataDirectory;
import java.io.PrintWriter;
import java.util.Locale;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many synthetic customers to make, over which time, from which seed. */
final class PopulationOptions {
  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  private int customers;
  private int months;

  @Option(names = "--customers", defaultValue = "2000", description = "Customers (default: 2000).")
  void setCustomers(int customers) {
    this.customers = within("--customers", customers, 10_000_000);
  }

  @Option(names = "--months", defaultValue = "18", description = "Months of data (default: 18).")
  void setMonths(int months) {
    this.months = within("--months", months, 120);
  }

  @Option(
      names = "--seed",
      defaultValue = "42",
      description = "The same seed gives the same data (default: 42).")
  long seed;

  int customers() {
    return customers;
  }

  int months() {
    return months;
  }

  private int within(String option, int value, int max) {
    if (value < 1 || value > max) {
      throw new ParameterException(
          spec.commandLine(), option + " must be from 1 to " + max + ", not " + value + ".");
    }
    return value;
  }

  void generate(DataDirectory data, String faults, String format, PrintWriter out) {
    GenerateOptions options =
        PipelineOptionsFactory.fromArgs(
                "--enforceImmutability=false", "--enforceEncodability=false")
            .as(GenerateOptions.class);
    options.setLanding(data.landing().toString());
    options.setCustomers(customers);
    options.setMonths(months);
    options.setSeed(seed);
    options.setFaults(faults);
    options.setFormat(format);
    out.printf(
        Locale.ROOT, "Generating %,d synthetic customers over %d months%n", customers, months);
    out.flush();
    long start = System.nanoTime();
    GenerateReport report = GeneratePipeline.run(options);
    long rows = report.rows().values().stream().mapToLong(Long::longValue).sum();
    double seconds = (System.nanoTime() - start) / 1e9;
    out.printf(
        Locale.ROOT,
        "  %-9s%,13d rows %7.1f s %,12.0f rows/s%n",
        "generate",
        rows,
        seconds,
        rows / seconds);
    out.println("            " + data.landing());
    out.flush();
  }
}
