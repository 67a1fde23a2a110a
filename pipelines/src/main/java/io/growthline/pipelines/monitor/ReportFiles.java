package io.growthline.pipelines.monitor;

import io.growthline.pages.Report;
import io.growthline.pages.Tables;
import io.growthline.pipelines.models.FileSystemsStore;
import java.nio.charset.StandardCharsets;

/** Writes the reports of a run below {@code <reports>/<run id>/}. */
final class ReportFiles {
  private ReportFiles() {}

  static void write(String reports, String runId, Tables tables) {
    FileSystemsStore files = new FileSystemsStore(reports);
    String directory = runId + "/";
    files.write(directory + "report.md", bytes(Report.STANDARD.markdown(tables, runId)));
    files.write(directory + "report.html", bytes(Report.STANDARD.html(tables, runId)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
