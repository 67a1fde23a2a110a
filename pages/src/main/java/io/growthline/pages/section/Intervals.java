package io.growthline.pages.section;

import io.growthline.pages.Format;
import io.growthline.pages.chart.Chart;
import io.growthline.pages.chart.Whisker;
import io.growthline.pages.grid.Column;
import io.growthline.warehouse.Row;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * Shares with 90 % intervals in the columns {@code lower} and {@code upper}, all on one scale that
 * includes 0.
 *
 * @param estimate column of the share
 * @param label what a row speaks of, in words
 * @param from lower end of the scale
 * @param to upper end of the scale
 */
record Intervals(String estimate, Function<Row, String> label, double from, double to) {
  private static final String LOWER = "lower";
  private static final String UPPER = "upper";

  static Intervals of(List<Row> rows, String estimate, Function<Row, String> label) {
    return new Intervals(
        estimate,
        label,
        Math.min(0, ends(rows, LOWER).min().orElse(-1)),
        Math.max(0, ends(rows, UPPER).max().orElse(1)));
  }

  /** The interval in words. */
  static Column text() {
    return Column.composed("90% interval", Intervals::text);
  }

  /** The interval in words; a dash without one. */
  static String text(Row row) {
    return row.get(LOWER) == null
        ? Format.NONE
        : Format.PERCENT.text(row.get(LOWER)) + " to " + Format.PERCENT.text(row.get(UPPER));
  }

  /** The interval drawn. */
  Column drawn() {
    return Column.drawn("Drawn", this::whisker);
  }

  private Chart whisker(Row row) {
    return row.get(estimate) == null
        ? () -> ""
        : new Whisker(
            row.number(LOWER),
            row.number(estimate),
            row.number(UPPER),
            from,
            to,
            "90% interval of " + label.apply(row));
  }

  private static DoubleStream ends(List<Row> rows, String column) {
    return rows.stream()
        .map(row -> row.get(column))
        .filter(Objects::nonNull)
        .mapToDouble(Row::toNumber);
  }
}
