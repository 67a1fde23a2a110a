package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Names;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import java.util.List;
import java.util.Map;

/** All metrics of the catalogue by month. */
public final class AllMetrics implements Section {
  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT metric, period_start, value, unit, is_complete, rows_left_out,"
              + " withheld_because FROM marts.kpi_values"
              + " WHERE dimension = 'all' AND grain = 'month'",
          "period_start DESC, metric",
          Map.of());

  @Override
  public String id() {
    return "metrics";
  }

  @Override
  public String title() {
    return "All metrics";
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence(
            "Every metric of the catalogue, month by month; the newest month first. Rows that name no"
                + " customer are left out of figures about customers."),
        Grid.of(
                "metrics",
                title(),
                ROWS,
                List.of(
                    Column.words("metric", "Metric", row -> Names.metric(row.text("metric"))),
                    Column.of("period_start", "Month", Format.MONTH),
                    Column.number(
                        "value",
                        "Value",
                        row -> source.unit(row.text("unit")).text(row.get("value"))),
                    Column.words(
                        "is_complete",
                        "Month is over",
                        row -> row.flag("is_complete") ? "yes" : "not yet"),
                    Column.of("rows_left_out", "Rows left out", Format.COUNT),
                    Column.of("withheld_because", "Withheld because", Format.TEXT)))
            .orElse("No month has been measured yet."));
  }
}
