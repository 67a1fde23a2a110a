package io.growthline.pages.section;

import io.growthline.domain.metric.Metric;
import io.growthline.domain.metric.MetricCatalogue;
import io.growthline.pages.Change;
import io.growthline.pages.Source;
import io.growthline.warehouse.Row;

/** Values of metrics whose rows name the metric but not its unit. */
final class MetricAmounts {
  private MetricAmounts() {}

  /** A column as the unit of the row's metric is written; a metric that is gone is a number. */
  static String of(Source source, Row row, String column) {
    return source.unit(unit(row)).text(row.get(column));
  }

  /**
   * A column that holds a change, or a part of one, with its sign; that of a share is in points.
   */
  static String change(Source source, Row row, String column) {
    double value = row.number(column);
    String unit = unit(row);
    return switch (unit) {
      case "share", "points" -> Change.text(0, value, unit);
      default -> (value < 0 ? "−" : "+") + source.unit(unit).text(Math.abs(value));
    };
  }

  private static String unit(Row row) {
    return MetricCatalogue.standard().find(row.text("metric")).map(Metric::unit).orElse("");
  }
}
