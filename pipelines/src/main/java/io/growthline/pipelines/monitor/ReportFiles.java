package io.growthline.pipelines.monitor;

import io.growthline.domain.report.ReportData;
import io.growthline.domain.report.ReportRenderer;
import io.growthline.pipelines.models.FileSystemsModelStore;
import java.nio.charset.StandardCharsets;

/** Writes the reports of a run below {@code <reports>/<run id>/}. */
final class ReportFiles {
  private ReportFiles() {}

  static void write(String reports, ReportData data) {
    ReportRenderer renderer = new ReportRenderer();
    FileSystemsModelStore files = new FileSystemsModelStore(reports);
    String directory = data.runId() + "/";
    files.write(directory + "report.md", bytes(renderer.markdown(data)));
    files.write(directory + "report.html", bytes(renderer.html(data)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
