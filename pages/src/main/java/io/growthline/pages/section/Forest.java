package io.growthline.pages.section;

import io.growthline.pages.Names;
import io.growthline.pages.chart.Chart;
import io.growthline.pages.chart.Whisker;
import io.growthline.warehouse.Row;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;

/** Effects with their intervals under each other, on one scale that holds 0. */
final class Forest {
  private final String estimate;
  private final String lower;
  private final String upper;
  private final double from;
  private final double to;

  Forest(List<Row> rows, String estimate, String lower, String upper) {
    this.estimate = estimate;
    this.lower = lower;
    this.upper = upper;
    this.from = Math.min(0, ends(rows, lower).min().orElse(-1));
    this.to = Math.max(0, ends(rows, upper).max().orElse(1));
  }

  /** A row's line; empty without an effect. */
  Chart whisker(Row row) {
    return row.get(estimate) == null
        ? () -> ""
        : new Whisker(
            row.number(lower),
            row.number(estimate),
            row.number(upper),
            from,
            to,
            "Interval of " + Names.title(row.text("metric")) + ", " + row.text("arm"));
  }

  private static DoubleStream ends(List<Row> rows, String column) {
    return rows.stream()
        .map(row -> row.get(column))
        .filter(Objects::nonNull)
        .mapToDouble(Row::toNumber);
  }
}
