package io.growthline.domain.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the values of one metric are worked out from: totals, and the values of earlier metrics. */
final class MetricInputs {
  private final Metric metric;
  private final MeasureTotals totals;
  private final Map<Metric, Map<Cell, MetricValue>> earlier;
  private final List<Cell> cells;

  /**
   * @param earlier values of the metrics that the catalogue defines before this one
   * @param cells all cells of the totals, in order, whose period has begun
   */
  MetricInputs(
      Metric metric,
      MeasureTotals totals,
      Map<Metric, Map<Cell, MetricValue>> earlier,
      List<Cell> cells) {
    this.metric = metric;
    this.totals = totals;
    this.earlier = earlier;
    this.cells =
        cells.stream()
            .filter(cell -> metric.dimensions().contains(cell.dimension()))
            .filter(cell -> metric.grains().contains(Grain.of(cell.grain())))
            .toList();
  }

  Metric metric() {
    return metric;
  }

  List<Metric> earlier() {
    return List.copyOf(earlier.keySet());
  }

  /** The cells in which the metric has a value, in order. */
  List<Cell> cells() {
    return cells.stream().filter(cell -> totals.has(cell, metric.value().measures())).toList();
  }

  long sum(Cell cell, Measure measure) {
    return totals.sum(cell, measure);
  }

  /** Whether a sum would leave out what cannot be added up. */
  boolean isWithheld(Cell cell, Measure measure) {
    return measure.withholding().map(by -> sum(cell, by) != 0).orElse(false);
  }

  /** The periods from the first to the last of all cells of a grain, without gaps. */
  List<LocalDate> periods(Grain grain) {
    List<LocalDate> begun =
        cells.stream().filter(c -> c.grain().equals(grain.id())).map(Cell::period).toList();
    List<LocalDate> periods = new ArrayList<>();
    if (!begun.isEmpty()) {
      LocalDate last = begun.get(begun.size() - 1);
      for (LocalDate p = begun.get(0); !p.isAfter(last); p = grain.next(p)) {
        periods.add(p);
      }
    }
    return periods;
  }

  /** The cells in which any of these earlier metrics has a value. */
  Set<Cell> cells(List<Metric> metrics) {
    Set<Cell> found = new LinkedHashSet<>();
    for (Metric other : metrics) {
      earlier.get(other).keySet().stream()
          .filter(cell -> metric.dimensions().contains(cell.dimension()))
          .filter(cell -> metric.grains().contains(Grain.of(cell.grain())))
          .forEach(found::add);
    }
    return found;
  }

  /** The value of an earlier metric; null when it is absent. */
  Double value(Metric other, Cell cell) {
    MetricValue value = earlier.get(other).get(cell);
    return value == null ? null : value.value();
  }
}
