package io.growthline.domain.metric;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.mart.AnalysisMart;
import io.growthline.domain.mart.TableReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What each group of a dimension adds to the change of a metric between its last two complete
 * periods. Derived metrics have no parts that add up, and are left out.
 */
public final class MetricChanges implements AnalysisMart<MetricChange> {
  private static final String NEWEST =
      """
      SELECT metric, grain, period_start, dimension, dimension_value, value, numerator, denominator
      FROM %s AS k
      WHERE is_complete
      QUALIFY DENSE_RANK() OVER (PARTITION BY metric, grain ORDER BY period_start DESC) <= 2
      ORDER BY metric, grain, dimension, dimension_value, period_start
      """
          .formatted(TableSpec.of(KpiValue.class).allRows());

  /** A figure of {@code marts.kpi_values}. */
  public record Figure(
      String metric,
      String grain,
      LocalDate periodStart,
      String dimension,
      String dimensionValue,
      Double value,
      Double numerator,
      Double denominator) {}

  /** The figures of one metric and grain by dimension, dimension value and period. */
  private record Series(
      String metric,
      Grain grain,
      LocalDate newest,
      Map<String, Map<String, Map<LocalDate, Figure>>> figures) {
    LocalDate before() {
      return grain.plus(newest, -1);
    }

    Figure all(LocalDate period) {
      return figures
          .getOrDefault(Dimension.ALL, Map.of())
          .getOrDefault(Dimension.ALL, Map.of())
          .get(period);
    }
  }

  @Override
  public Class<MetricChange> table() {
    return MetricChange.class;
  }

  @Override
  public List<MetricChange> rows(TableReader tables, LocalDate asOf) {
    return rows(tables.select(Figure.class, NEWEST, Map.of()), MetricCatalogue.standard());
  }

  @Override
  public String emptyBecause() {
    return "no metric has two complete periods in a row";
  }

  static List<MetricChange> rows(List<Figure> figures, MetricCatalogue catalogue) {
    Map<List<String>, List<Figure>> series = new LinkedHashMap<>();
    for (Figure figure : figures) {
      series
          .computeIfAbsent(List.of(figure.metric(), figure.grain()), key -> new ArrayList<>())
          .add(figure);
    }
    List<MetricChange> rows = new ArrayList<>();
    series.forEach(
        (key, own) ->
            catalogue
                .find(key.get(0))
                .ifPresent(metric -> addRows(metric, series(key, own), rows)));
    return rows;
  }

  private static Series series(List<String> key, List<Figure> figures) {
    LocalDate newest =
        figures.stream().map(Figure::periodStart).max(LocalDate::compareTo).orElseThrow();
    Map<String, Map<String, Map<LocalDate, Figure>>> filed = new LinkedHashMap<>();
    for (Figure figure : figures) {
      filed
          .computeIfAbsent(figure.dimension(), dimension -> new LinkedHashMap<>())
          .computeIfAbsent(figure.dimensionValue(), value -> new LinkedHashMap<>())
          .put(figure.periodStart(), figure);
    }
    return new Series(key.get(0), Grain.of(key.get(1)), newest, filed);
  }

  private static void addRows(Metric metric, Series series, List<MetricChange> rows) {
    Figure before = series.all(series.before());
    Figure after = series.all(series.newest());
    if (metric.value() instanceof Calculation.Derived
        || before == null
        || after == null
        || before.value() == null
        || after.value() == null) {
      return;
    }
    double scale = metric.value() instanceof Calculation.Ratio ratio ? ratio.scale() : 1;
    for (String dimension : new TreeSet<>(series.figures().keySet())) {
      if (!dimension.equals(Dimension.ALL)) {
        new OfDimension(series, dimension, before, after, scale).addRows(rows);
      }
    }
  }

  /** The groups of one dimension. */
  private record OfDimension(
      Series series, String dimension, Figure before, Figure after, double scale) {
    void addRows(List<MetricChange> rows) {
      Map<String, Map<LocalDate, Figure>> figures = series.figures().get(dimension);
      List<String> names = List.copyOf(figures.keySet());
      List<Decomposition.Group> groups =
          names.stream()
              .map(name -> group(figures.get(name).get(series.before()), newest(figures, name)))
              .toList();
      Decomposition.Group all = group(before, after);
      boolean addsUp =
          groups.stream()
              .reduce(Decomposition.Group::plus)
              .filter(sum -> sum.equals(all))
              .isPresent();
      List<Decomposition.Effect> effects =
          addsUp && isRatio() ? Decomposition.of(groups, all, scale) : List.of();
      for (int i = 0; i < names.size(); i++) {
        Decomposition.Group group = groups.get(i);
        Decomposition.Effect effect = effects.isEmpty() ? null : effects.get(i);
        Double sum =
            effect != null
                ? (Double) effect.sum()
                : addsUp ? (Double) (group.numerator1() - group.numerator0()) : null;
        rows.add(
            new MetricChange(
                series.metric(),
                series.grain().id(),
                series.newest(),
                series.before(),
                dimension,
                names.get(i),
                isRatio() ? "ratio" : "sum",
                value(figures.get(names.get(i)).get(series.before())),
                value(newest(figures, names.get(i))),
                isRatio() ? (Double) (group.denominator0() / all.denominator0()) : null,
                isRatio() ? (Double) (group.denominator1() / all.denominator1()) : null,
                effect == null ? null : (Double) effect.mix(),
                effect == null ? null : (Double) effect.rate(),
                sum,
                after.value() - before.value(),
                addsUp));
      }
    }

    private boolean isRatio() {
      return after.denominator() != null;
    }

    private Figure newest(Map<String, Map<LocalDate, Figure>> figures, String name) {
      return figures.get(name).get(series.newest());
    }

    private static Decomposition.Group group(Figure before, Figure after) {
      return new Decomposition.Group(
          numerator(before), denominator(before), numerator(after), denominator(after));
    }

    // A group that is absent adds nothing; one whose sum is withheld keeps the rest from adding up.
    private static double numerator(Figure figure) {
      return figure == null ? 0 : figure.numerator() == null ? Double.NaN : figure.numerator();
    }

    private static double denominator(Figure figure) {
      return figure == null || figure.denominator() == null ? 0 : figure.denominator();
    }

    private static Double value(Figure figure) {
      return figure == null ? null : figure.value();
    }
  }
}
