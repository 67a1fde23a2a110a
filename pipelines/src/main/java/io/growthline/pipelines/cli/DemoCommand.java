package io.growthline.pipelines.cli;

import io.growthline.pages.Role;
import io.growthline.pipelines.run.DataDirectory;
import io.growthline.pipelines.run.RunRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "demo",
    description = "Generate synthetic customers, run every stage and serve the result.")
final class DemoCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin DataOption data;
  @Mixin PopulationOptions population;

  @Option(names = "--port", defaultValue = "8080", description = "Port (default: 8080).")
  int port;

  @Option(names = "--no-serve", description = "End after the reports.")
  boolean noServe;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    DataDirectory directory = data.directory();
    try (RunLog log = RunLog.open(directory)) {
      population.generate(directory, "standard", "jsonl", out);
    }
    int code = RunCommand.execute(RunRequest.everything(directory), out);
    if (code == Growthline.FAILED) {
      return code;
    }
    out.println();
    out.println("  tables   " + directory.warehouse());
    out.println("  models   " + directory.models());
    out.println("  reports  " + directory.reports());
    if (!noServe) {
      return ServeCommand.serve(directory, port, Role.ANALYST, out);
    }
    String option = " --data " + directory.root();
    out.println();
    out.println("Try next:");
    out.println("  ./growthline status" + option);
    out.println(
        "  ./growthline query"
            + option
            + " \"select metric, period_start, value from marts.kpi_values where dimension = 'all'"
            + " and grain = 'month' order by all desc limit 12\"");
    out.println("  ./growthline serve" + option);
    out.flush();
    return code;
  }
}
