package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Names;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Filter;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import io.growthline.warehouse.Row;
import java.util.List;
import java.util.Map;

/** Each metric of the catalogue against its target. */
public final class MetricHealth implements Section {
  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT * FROM monitoring.metric_health",
          "CASE status WHEN 'bad' THEN 1 WHEN 'warn' THEN 2 WHEN 'ok' THEN 3 ELSE 4 END, metric",
          Map.of());

  @Override
  public String id() {
    return "catalogue";
  }

  @Override
  public String title() {
    return "Metrics against their targets";
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence(
            "The newest complete period. A metric whose sources the data lack is unmapped, not zero."),
        Grid.of(
                "catalogue",
                title(),
                ROWS,
                List.of(
                    Column.words("metric", "Metric", row -> Names.title(row.text("metric"))),
                    Column.of("owner", "Owner", Format.TITLE),
                    Column.of("period_start", "Period", Format.DAY).over("grain", Format.TITLE),
                    Column.number("value", "Value", row -> figure(source, row, "value")),
                    Column.number("change", "Change", row -> figure(source, row, "change")),
                    Column.of("target", "Target", Format.TEXT),
                    Column.of("status", "Status", Format.STATUS),
                    Column.of("because", "Why", Format.SENTENCE)))
            .filteredBy(
                new Filter(
                    "status",
                    "Status",
                    List.of("bad", "warn", "ok", "no_target", "unmapped", "withheld")))
            .inPagesOf(12)
            .orElse("No metric has been judged yet."));
  }

  private static String figure(Source source, Row row, String column) {
    return source.unit(row.text("unit")).text(row.get(column));
  }
}
