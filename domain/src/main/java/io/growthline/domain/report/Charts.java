package io.growthline.domain.report;

import io.growthline.domain.monitoring.ModelCalibration;
import java.util.List;
import java.util.Locale;

/** Small drawings as inline SVG; colours come from the style of the page. */
final class Charts {
  private Charts() {}

  /** The course of a metric, without axes. */
  static String sparkline(List<Double> values, String label) {
    if (values.size() < 2) {
      return "";
    }
    double min = values.stream().mapToDouble(v -> v).min().orElseThrow();
    double max = values.stream().mapToDouble(v -> v).max().orElseThrow();
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      double x = 2 + 136.0 * i / (values.size() - 1);
      double y = max == min ? 18 : 32 - 28 * (values.get(i) - min) / (max - min);
      points.append(at(x)).append(',').append(at(y)).append(' ');
    }
    String last = points.toString().strip();
    String[] end = last.substring(last.lastIndexOf(' ') + 1).split(",", -1);
    return svg("spark", 140, 36, label)
        + "<polyline class=\"line\" points=\"%s\"/><circle class=\"dot\" cx=\"%s\" cy=\"%s\" r=\"2.5\"/></svg>"
            .formatted(last, end[0], end[1]);
  }

  /** Predicted against observed: on the diagonal a prediction is what happens. */
  static String reliability(List<ModelCalibration> bins, String label) {
    double top =
        bins.stream()
            .mapToDouble(b -> Math.max(b.meanPredicted(), b.observedRate()))
            .max()
            .orElse(1);
    double scale = Math.min(1, Math.ceil(top * 10) / 10);
    StringBuilder svg = new StringBuilder(svg("plot", 300, 236, label));
    for (int i = 0; i <= 4; i++) {
      double share = scale * i / 4;
      double y = 200 - 185.0 * i / 4;
      double x = 45 + 245.0 * i / 4;
      svg.append(
          "<line class=\"grid\" x1=\"45\" x2=\"290\" y1=\"%s\" y2=\"%s\"/>"
              .formatted(at(y), at(y)));
      svg.append(text(38, y + 4, "end", tick(share)));
      svg.append(text(x, 216, "middle", tick(share)));
    }
    svg.append("<line class=\"ideal\" x1=\"45\" y1=\"200\" x2=\"290\" y2=\"15\"/>");
    StringBuilder line = new StringBuilder();
    StringBuilder dots = new StringBuilder();
    for (ModelCalibration bin : bins) {
      String x = at(45 + 245 * bin.meanPredicted() / scale);
      String y = at(200 - 185 * bin.observedRate() / scale);
      line.append(x).append(',').append(y).append(' ');
      dots.append(
          "<circle class=\"dot\" cx=\"%s\" cy=\"%s\" r=\"3.5\"><title>%s predicted, %s happened, %d rows</title></circle>"
              .formatted(
                  x,
                  y,
                  Figures.percent(bin.meanPredicted()),
                  Figures.percent(bin.observedRate()),
                  bin.rowCount()));
    }
    svg.append("<polyline class=\"line\" points=\"").append(line.toString().strip()).append("\"/>");
    return svg.append(dots)
        .append(text(167, 232, "middle", "predicted"))
        .append("</svg>")
        .toString();
  }

  /** A horizontal bar; {@code share} of the full width, at most 1. */
  static String bar(double share, String kind, String label) {
    return svg("bar", 160, 10, label)
        + "<rect class=\"track\" width=\"160\" height=\"8\" y=\"1\" rx=\"4\"/>"
        + "<rect class=\"fill %s\" width=\"%s\" height=\"8\" y=\"1\" rx=\"4\"/></svg>"
            .formatted(kind, at(160 * Math.max(0, Math.min(1, share))));
  }

  /** An estimate with its interval on a scale from {@code from} to {@code to}. */
  static String interval(
      double lower, double estimate, double upper, double from, double to, String label) {
    return svg("interval", 200, 18, label)
        + "<line class=\"grid\" x1=\"%s\" x2=\"%s\" y1=\"0\" y2=\"18\"/>"
            .formatted(x(0, from, to), x(0, from, to))
        + "<line class=\"whisker\" x1=\"%s\" x2=\"%s\" y1=\"9\" y2=\"9\"/>"
            .formatted(x(lower, from, to), x(upper, from, to))
        + "<circle class=\"dot\" cx=\"%s\" cy=\"9\" r=\"4\"/></svg>"
            .formatted(x(estimate, from, to));
  }

  private static String x(double value, double from, double to) {
    double share = to == from ? 0.5 : (value - from) / (to - from);
    return at(6 + 188 * Math.max(0, Math.min(1, share)));
  }

  private static String svg(String kind, int width, int height, String label) {
    return "<svg class=\"%s\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
        .formatted(kind, width, height, label.replace("\"", "'").replace("<", "&lt;"));
  }

  private static String text(double x, double y, String anchor, String text) {
    return "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
        .formatted(at(x), at(y), anchor, text);
  }

  private static String tick(double share) {
    return String.format(
        Locale.ROOT, share * 100 == Math.rint(share * 100) ? "%.0f %%" : "%.1f %%", share * 100);
  }

  private static String at(double coordinate) {
    return String.format(Locale.ROOT, "%.1f", coordinate);
  }
}
