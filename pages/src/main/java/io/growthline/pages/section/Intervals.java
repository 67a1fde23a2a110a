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

/** Estimates with their intervals under each other, all on one scale that includes 0. */
final class Intervals {
  private static final String LOWER = "lower";
  private static final String UPPER = "upper";

  private final String estimate;
  private final String lower;
  private final String upper;
  private final Function<Row, String> label;
  private final double from;
  private final double to;

  /**
   * @param estimate column of the estimate; a row without one has no line
   * @param lower column of the lower end
   * @param upper column of the upper end
   * @param label what a line shows, for those who cannot see it
   */
  Intervals(
      List<Row> rows, String estimate, String lower, String upper, Function<Row, String> label) {
    this.estimate = estimate;
    this.lower = lower;
    this.upper = upper;
    this.label = label;
    this.from = Math.min(0, ends(rows, lower).min().orElse(-1));
    this.to = Math.max(0, ends(rows, upper).max().orElse(1));
  }

  /**
   * Shares with 90 % intervals in the columns {@code lower} and {@code upper}.
   *
   * @param subject what a row speaks of, in words
   */
  static Intervals of(List<Row> rows, String share, Function<Row, String> subject) {
    return new Intervals(rows, share, LOWER, UPPER, row -> "90% interval of " + subject.apply(row));
  }

  /** The interval of a share in words. */
  static Column text() {
    return Column.composed("90% interval", Intervals::text);
  }

  /** The interval of a share in words; a dash without one. */
  static String text(Row row) {
    return text(row, Format.PERCENT::text, LOWER, UPPER);
  }

  /** Two ends in words; a dash without a lower one. */
  static String text(Row row, Function<Object, String> format, String lower, String upper) {
    return row.get(lower) == null
        ? Format.NONE
        : format.apply(row.get(lower)) + " to " + format.apply(row.get(upper));
  }

  /** The intervals drawn. */
  Column drawn() {
    return Column.drawn("Drawn", this::whisker);
  }

  private Chart whisker(Row row) {
    return row.get(estimate) == null
        ? () -> ""
        : new Whisker(
            row.number(lower), row.number(estimate), row.number(upper), from, to, label.apply(row));
  }

  private static DoubleStream ends(List<Row> rows, String column) {
    return rows.stream()
        .map(row -> row.get(column))
        .filter(Objects::nonNull)
        .mapToDouble(Row::toNumber);
  }
}
