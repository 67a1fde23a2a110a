package io.growthline.domain.metric;

import io.growthline.domain.contract.RecordShape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the values of one metric are worked out from: totals, and the values of earlier metrics. */
final class MetricInputs {
  private final Metric metric;
  private final Calculation calculation;
  private final MeasureTotals totals;
  private final Map<Metric, Map<Cell, MetricValue>> earlier;
  private final List<Cell> cells;
  private final LocalDate asOf;
  private List<Cell> filled;

  /**
   * @param calculation how the metric is computed
   * @param earlier values of the metrics that the catalogue defines before this one
   * @param cells cells of the totals by grain, in order, whose period has begun
   * @param asOf day after the last that is known
   */
  MetricInputs(
      Metric metric,
      Calculation calculation,
      MeasureTotals totals,
      Map<Metric, Map<Cell, MetricValue>> earlier,
      Map<String, List<Cell>> cells,
      LocalDate asOf) {
    this.metric = metric;
    this.calculation = calculation;
    this.totals = totals;
    this.earlier = earlier;
    this.cells =
        metric.grains().stream()
            .flatMap(grain -> cells.getOrDefault(grain.id(), List.of()).stream())
            .filter(cell -> metric.dimensions().contains(cell.dimension()))
            .toList();
    this.asOf = asOf;
  }

  Metric metric() {
    return metric;
  }

  List<Metric> earlier() {
    return List.copyOf(earlier.keySet());
  }

  /** The cells of all customers together, in order. */
  List<Cell> totalCells() {
    return cells.stream().filter(cell -> cell.dimension().equals(Dimension.ALL)).toList();
  }

  /** The cells in which the metric has a value, in order. */
  List<Cell> cells() {
    if (filled == null) {
      List<Measure> measures = calculation.measures();
      filled = cells.stream().filter(cell -> totals.has(cell, measures)).toList();
    }
    return filled;
  }

  /**
   * The same cells, and those of all periods that follow one in which the measure is not 0: there
   * it is known to be 0.
   */
  Set<Cell> cellsWithoutGaps(Measure measure) {
    Set<Cell> found = new TreeSet<>(RecordShape.of(Cell.class));
    found.addAll(cells());
    Set<Cell> begun = new HashSet<>();
    for (Cell cell : cells) {
      // Cells come in the order of periods, so the first of a dimension value begins its series.
      if (totals.sum(cell, measure) != 0 && begun.add(cell.in(LocalDate.EPOCH))) {
        periodsFrom(cell.period(), Grain.of(cell.grain())).forEach(p -> found.add(cell.in(p)));
      }
    }
    return found;
  }

  long sum(Cell cell, Measure measure) {
    return totals.sum(cell, measure);
  }

  /** Whether a sum would leave out what cannot be added up. */
  boolean isWithheld(Cell cell, Measure measure) {
    return measure.withholding().map(by -> sum(cell, by) != 0).orElse(false);
  }

  /** The periods from the first of all cells of a grain to that of the as-of day, without gaps. */
  List<LocalDate> periods(Grain grain) {
    return cells.stream()
        .filter(cell -> cell.grain().equals(grain.id()))
        .findFirst()
        .map(first -> periodsFrom(first.period(), grain))
        .orElse(List.of());
  }

  private List<LocalDate> periodsFrom(LocalDate first, Grain grain) {
    List<LocalDate> periods = new ArrayList<>();
    for (LocalDate period = first; period.isBefore(asOf); period = grain.next(period)) {
      periods.add(period);
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
