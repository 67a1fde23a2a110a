package io.growthline.pages.section;

import io.growthline.domain.metric.Metric;
import io.growthline.domain.metric.MetricCatalogue;
import io.growthline.pages.Source;
import io.growthline.warehouse.Row;

/** Values of metrics whose rows name the metric but not its unit. */
final class MetricAmounts {
  private MetricAmounts() {}

  /** A column as the unit of the row's metric is written; a metric that is gone is a number. */
  static String of(Source source, Row row, String column) {
    String unit = MetricCatalogue.standard().find(row.text("metric")).map(Metric::unit).orElse("");
    return source.unit(unit).text(row.get(column));
  }
}
