package io.growthline.pipelines.cli;

import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.pipelines.run.DataDirectory;
import io.growthline.pipelines.run.RunRequest;
import io.growthline.pipelines.run.Stage;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.warehouse.SqlWarehouse;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "replay",
    description = "Ingest rejected records again, after contracts or mappings have been mended.",
    footer = {
      "",
      "A landing file that was mended needs no replay: the next run reads it again.",
      "Afterwards 'growthline run --stages marts,score,price,decide,monitor' brings the marts up to date."
    })
final class ReplayCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin DataOption data;
  @Mixin UnknownColumnsOption unknownColumns;

  @Option(
      names = "--max-attempts",
      defaultValue = "3",
      description =
          "Leave records alone that were tried so often, the first time included (default:"
              + " ${DEFAULT-VALUE}).")
  int maxAttempts;

  @Override
  public Integer call() {
    DataDirectory directory = data.directory();
    PrintWriter out = spec.commandLine().getOut();
    Letters before = Letters.of(directory, maxAttempts);
    List<String> options = new ArrayList<>(unknownColumns.options());
    options.add("--replay=true");
    options.add("--maxAttempts=" + maxAttempts);
    int code =
        RunCommand.execute(
            new RunRequest(directory, List.of(Stage.INGEST), null, false, options, List.of()), out);
    long fixed = Letters.of(directory, maxAttempts).replayed() - before.replayed();
    out.printf(
        Locale.ROOT,
        "%,d fixed, %,d still broken, %,d already replayed, %,d given up, %,d need a better file%n",
        fixed,
        before.tried() - fixed,
        before.replayed(),
        before.givenUp(),
        before.needFile());
    out.flush();
    return code;
  }

  /** Dead letters by what a replay can do with them. */
  private record Letters(long replayed, long tried, long givenUp, long needFile) {
    static Letters of(DataDirectory directory, int maxAttempts) {
      String open = " AND status = '" + DeadLetter.OPEN + "'";
      try (SqlWarehouse sql = Warehouses.sql(directory.warehouse().toString())) {
        return new Letters(
            count(sql, "status = '" + DeadLetter.REPLAYED + "'"),
            count(sql, "can_be_replayed AND attempt < " + maxAttempts + open),
            count(sql, "can_be_replayed AND attempt >= " + maxAttempts + open),
            count(sql, "NOT can_be_replayed" + open));
      }
    }

    private static long count(SqlWarehouse sql, String condition) {
      return (Long)
          sql.query("SELECT COUNT(*) FROM monitoring.dead_letters WHERE " + condition, Map.of())
              .rows()
              .get(0)
              .get(0);
    }
  }
}
