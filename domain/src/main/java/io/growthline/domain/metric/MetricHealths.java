package io.growthline.domain.metric;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.mart.TableReader;
import io.growthline.domain.monitoring.MetricHealth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Judges metrics against their targets, and says which the data cannot fill. */
public final class MetricHealths {
  // The newest complete periods, and where none is complete the newest ones.
  private static final String NEWEST =
      """
      SELECT metric, grain, period_start, value, is_complete, withheld_because
      FROM %s AS k
      WHERE dimension = 'all'
      QUALIFY RANK() OVER (
        PARTITION BY metric, grain ORDER BY is_complete DESC, period_start DESC) <= 2
      ORDER BY metric, grain, is_complete DESC, period_start DESC
      """
          .formatted(TableSpec.of(KpiValue.class).allRows());

  /** A figure of {@code marts.kpi_values} over all customers. */
  public record Figure(
      String metric,
      String grain,
      LocalDate periodStart,
      Double value,
      boolean isComplete,
      String withheldBecause) {}

  private MetricHealths() {}

  /** One row for each metric, in the order of the catalogue. */
  public static List<MetricHealth> of(TableReader tables, LocalDate asOf) {
    return judge(MetricCatalogue.standard(), tables.select(Figure.class, NEWEST, Map.of()), asOf);
  }

  /**
   * One row for each metric, in the order of the catalogue.
   *
   * @param figures the newest two of each metric and grain, complete ones first
   */
  static List<MetricHealth> judge(MetricCatalogue catalogue, List<Figure> figures, LocalDate asOf) {
    List<MetricHealth> rows = new ArrayList<>();
    for (Metric metric : catalogue.metrics()) {
      Grain grain = metric.grains().contains(Grain.MONTH) ? Grain.MONTH : metric.grains().get(0);
      List<Figure> own =
          figures.stream()
              .filter(f -> f.metric().equals(metric.name()) && f.grain().equals(grain.id()))
              .toList();
      rows.add(judge(metric, grain, own, asOf));
    }
    return rows;
  }

  private static MetricHealth judge(
      Metric metric, Grain grain, List<Figure> figures, LocalDate asOf) {
    if (figures.isEmpty()) {
      String tables = String.join(" or ", metric.sources().keySet());
      return row(metric, grain, null, null, "unmapped", Kpis.NO_EVENTS + tables, asOf);
    }
    Figure newest = figures.get(0);
    String because = newest.withheldBecause();
    if (because != null) {
      String status = because.startsWith(Kpis.NO_EVENTS) ? "unmapped" : "withheld";
      return row(metric, grain, newest, null, status, because, asOf);
    }
    if (!newest.isComplete()) {
      return row(metric, grain, null, null, "withheld", "no period is complete yet", asOf);
    }
    LocalDate before = grain.plus(newest.periodStart(), -1);
    Double previous =
        figures.stream()
            .filter(f -> f.periodStart().equals(before))
            .findFirst()
            .map(Figure::value)
            .orElse(null);
    if (newest.value() == null) {
      return row(metric, grain, newest, previous, "withheld", metric.nullPolicy(), asOf);
    }
    return metric.target() == null
        ? row(metric, grain, newest, previous, "no_target", metric.noTarget(), asOf)
        : row(metric, grain, newest, previous, status(metric, newest.value()), null, asOf);
  }

  private static String status(Metric metric, double value) {
    if (metric.target().isBad(value, metric.direction())) {
      return "bad";
    }
    return metric.target().isWell(value, metric.direction()) ? "ok" : "warn";
  }

  private static MetricHealth row(
      Metric metric,
      Grain grain,
      Figure newest,
      Double previous,
      String status,
      String because,
      LocalDate asOf) {
    Double value = newest == null ? null : newest.value();
    return new MetricHealth(
        asOf,
        metric.name(),
        metric.owner(),
        grain.id(),
        newest == null ? null : newest.periodStart(),
        value,
        metric.unit(),
        metric.target() == null ? null : metric.target().text(metric.direction()),
        status,
        because,
        previous,
        value == null || previous == null ? null : (Double) (value - previous));
  }
}
