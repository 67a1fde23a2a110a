package io.growthline.domain.growth;

import io.growthline.domain.growth.MeasureTotals.Cell;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Computes the metrics of the catalogue, and no others. */
public final class KpiValues {
  private KpiValues() {}

  /**
   * One value for each metric, month and dimension value. Metrics whose raw tables have no events
   * are left out: 0 complaints without any support data would mislead.
   */
  public static List<KpiValue> of(MeasureTotals totals, MetricCatalogue catalogue, LocalDate asOf) {
    List<KpiValue> values = new ArrayList<>();
    for (Metric metric : catalogue.metrics()) {
      if (!totals.isObserved(metric.numerator())
          || (metric.denominator() != null && !totals.isObserved(metric.denominator()))) {
        continue;
      }
      for (Cell cell : totals.cells()) {
        if (metric.dimensions().contains(cell.dimension())) {
          values.add(value(metric, cell, totals, asOf));
        }
      }
    }
    return values;
  }

  private static KpiValue value(Metric metric, Cell cell, MeasureTotals totals, LocalDate asOf) {
    double numerator = totals.sum(cell, metric.numerator());
    Double denominator =
        metric.denominator() == null ? null : (double) totals.sum(cell, metric.denominator());
    LocalDate completeOn = cell.month().plusMonths(1).plusDays(metric.maturityDays());
    return new KpiValue(
        metric.name(),
        cell.month(),
        cell.dimension(),
        cell.value(),
        quotient(numerator, denominator, metric.scale()),
        numerator,
        denominator,
        metric.unit(),
        !completeOn.isAfter(asOf));
  }

  private static Double quotient(double numerator, Double denominator, double scale) {
    if (denominator == null) {
      return scale * numerator;
    }
    return denominator == 0 ? null : (Double) (scale * numerator / denominator);
  }
}
