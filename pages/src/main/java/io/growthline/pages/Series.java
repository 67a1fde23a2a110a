package io.growthline.pages;

import io.growthline.domain.metric.Metric;
import io.growthline.domain.metric.MetricCatalogue;
import io.growthline.warehouse.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One metric over complete months.
 *
 * @param metric its definition
 * @param unit how its values are written
 * @param points by month, ascending, without missing values
 */
public record Series(Metric metric, Unit unit, List<Point> points) {
  private static final int MONTHS = 24;
  private static final MetricCatalogue CATALOGUE = MetricCatalogue.standard();

  /** Value of the month that begins on a day. */
  public record Point(LocalDate month, double value) {}

  /** Metrics with a value over all customers, by name, in the order of the catalogue. */
  public static Map<String, Series> all(Source source) {
    Map<String, List<Point>> points = new LinkedHashMap<>();
    for (Row row :
        source.query(
            "SELECT metric, period_start, value FROM marts.kpi_values"
                + " WHERE dimension = 'all' AND grain = 'month' AND is_complete"
                + " AND value IS NOT NULL ORDER BY metric, period_start")) {
      points
          .computeIfAbsent(row.text("metric"), name -> new ArrayList<>())
          .add(new Point(row.date("period_start"), row.number("value")));
    }
    Map<String, Series> series = new LinkedHashMap<>();
    for (Metric metric : CATALOGUE.metrics()) {
      List<Point> all = points.getOrDefault(metric.name(), List.of());
      if (!all.isEmpty()) {
        List<Point> newest = all.subList(Math.max(0, all.size() - MONTHS), all.size());
        series.put(metric.name(), new Series(metric, source.unit(metric.unit()), newest));
      }
    }
    return series;
  }

  public Point last() {
    return points.get(points.size() - 1);
  }

  public Optional<Point> previous() {
    return points.size() < 2 ? Optional.empty() : Optional.of(points.get(points.size() - 2));
  }

  /** The name for people. */
  public String title() {
    return Names.metric(metric.name());
  }

  /** The newest value, written in its unit. */
  public String value() {
    return unit.text(last().value());
  }

  /** The change since the month before; empty when there is none. */
  public String change() {
    return previous()
        .map(before -> Change.text(before.value(), last().value(), metric.unit()))
        .orElse("");
  }

  /** {@code good}, {@code bad} or {@code flat}, by the direction of the metric. */
  public String tone() {
    if (previous().isEmpty() || metric.direction().equals("neutral")) {
      return "flat";
    }
    double moved = last().value() - previous().orElseThrow().value();
    return moved == 0
        ? "flat"
        : moved > 0 == metric.direction().equals("up_is_good") ? "good" : "bad";
  }
}
