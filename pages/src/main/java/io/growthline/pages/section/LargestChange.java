package io.growthline.pages.section;

import io.growthline.pages.Format;
import io.growthline.pages.Series;
import io.growthline.pages.Source;
import io.growthline.warehouse.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Which key figure moved most, and which group of customers moved it. */
final class LargestChange {
  private LargestChange() {}

  static String words(Source source) {
    Map<String, Series> all = Series.all(source);
    Optional<Series> moved =
        KeyFigures.FIRST.stream()
            .map(all::get)
            .filter(Objects::nonNull)
            .filter(series -> series.previous().isPresent() && relative(series) > 0)
            .max(Comparator.comparingDouble(LargestChange::relative));
    return moved
        .map(series -> moved(series) + cause(source, series))
        .orElse("No key figure has two complete months that differ.");
  }

  /** The change over the earlier value, which compares figures of all units. */
  private static double relative(Series series) {
    double before = series.previous().orElseThrow().value();
    return before == 0 ? 0 : Math.abs(series.last().value() / before - 1);
  }

  private static String moved(Series series) {
    return "Of the key figures, “%s” moved most for its size: by %s to %s in %s."
        .formatted(
            series.title(),
            series.change(),
            series.value(),
            Format.MONTH.text(series.last().month()));
  }

  /** The group that pushed furthest where the metric went, of a dimension that tells it all. */
  private static String cause(Source source, Series series) {
    List<Row> groups =
        source.query(
            "SELECT metric, dimension, dimension_value, effect, mix_effect, rate_effect,"
                + " total_change FROM marts.metric_changes WHERE metric = @metric"
                + " AND grain = 'month' AND period_start = @month AND adds_up"
                + " AND effect * total_change > 0"
                + " ORDER BY ABS(effect) DESC, dimension, dimension_value LIMIT 1",
            Map.of("metric", series.metric().name(), "month", series.last().month()));
    if (groups.isEmpty()) {
      return " No breakdown by group explains it.";
    }
    Row group = groups.get(0);
    String who =
        " %s (%s) added most, %s"
            .formatted(
                Format.TITLE.text(group.get("dimension_value")),
                Format.TITLE.text(group.get("dimension")).toLowerCase(Locale.ROOT),
                MetricAmounts.change(source, group, "effect"));
    return group.get("rate_effect") == null
        ? who + "."
        : who
            + ": %s because its own rate changed, %s because its share did."
                .formatted(
                    MetricAmounts.change(source, group, "rate_effect"),
                    MetricAmounts.change(source, group, "mix_effect"));
  }
}
