package io.growthline.pipelines.cli;

import io.growthline.domain.monitoring.RunManifest.StageAccount;
import io.growthline.domain.monitoring.RunStatus;
import io.growthline.pipelines.run.Progress;
import io.growthline.pipelines.run.Stage;
import java.io.PrintWriter;
import java.util.Locale;

/** One line for each stage: rows, time and rate, and below it what a reader should know. */
final class ConsoleProgress implements Progress {
  private final PrintWriter out;

  ConsoleProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void started(Stage stage) {
    out.printf("  %-9s", stage.id());
    out.flush();
  }

  @Override
  public void finished(StageAccount account) {
    if (account.status() == RunStatus.SUCCEEDED) {
      double rate = account.seconds() > 0 ? account.rows() / account.seconds() : 0;
      out.printf(
          Locale.ROOT,
          "%,13d rows %7.1f s %,12.0f rows/s%n",
          account.rows(),
          account.seconds(),
          rate);
    } else {
      out.printf("%13s%n", account.status());
    }
    account.notes().forEach(note -> out.println("            " + note));
    out.flush();
  }
}
