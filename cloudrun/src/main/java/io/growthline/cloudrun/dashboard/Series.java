package io.growthline.cloudrun.dashboard;

import io.growthline.domain.metric.Metric;
import io.growthline.domain.report.Names;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One metric over complete months.
 *
 * @param metric its definition
 * @param points by month, ascending, without missing values
 */
record Series(Metric metric, List<Point> points) {
  private static final int SPARK_WIDTH = 160;
  private static final int SPARK_HEIGHT = 34;

  /** Value of the month that begins on a day. */
  record Point(LocalDate month, double value) {}

  Optional<Point> last() {
    return points.isEmpty() ? Optional.empty() : Optional.of(points.get(points.size() - 1));
  }

  Optional<Point> previous() {
    return points.size() < 2 ? Optional.empty() : Optional.of(points.get(points.size() - 2));
  }

  String unit() {
    return metric.unit();
  }

  /** The name for people. */
  String title() {
    return Names.metric(metric.name());
  }

  /** {@code good}, {@code bad} or {@code flat}, by the direction of the metric. */
  String tone() {
    if (previous().isEmpty() || metric.direction().equals("neutral")) {
      return "flat";
    }
    double change = last().orElseThrow().value() - previous().orElseThrow().value();
    return change == 0
        ? "flat"
        : change > 0 == metric.direction().equals("up_is_good") ? "good" : "bad";
  }

  /** The shape of the series as SVG. */
  String sparkline() {
    if (points.size() < 2) {
      return "";
    }
    double min = points.stream().mapToDouble(Point::value).min().orElse(0);
    double max = points.stream().mapToDouble(Point::value).max().orElse(1);
    double range = max > min ? max - min : 1;
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      double x = (double) i / (points.size() - 1) * SPARK_WIDTH;
      double y = 3 + (1 - (points.get(i).value() - min) / range) * (SPARK_HEIGHT - 6);
      path.append(i == 0 ? 'M' : 'L').append(String.format(Locale.ROOT, "%.1f %.1f", x, y));
    }
    return "<svg class=\"spark\" viewBox=\"0 0 "
        + SPARK_WIDTH
        + " "
        + SPARK_HEIGHT
        + "\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><path d=\""
        + path
        + "\"/></svg>";
  }
}
