package io.growthline.pages.section;

import io.growthline.domain.metric.MetricCatalogue;
import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Names;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.Unit;
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
                    Column.words("metric", "Metric", row -> Names.metric(row.text("metric"))),
                    Column.of("owner", "Owner", Format.TITLE),
                    Column.of("period_start", "Period", Format.DAY).over("grain", Format.TITLE),
                    Column.number("value", "Value", row -> figure(source, row, "value")),
                    Column.number("change", "Change", row -> figure(source, row, "change")),
                    Column.words("target", "Target", row -> target(source, row)),
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

  /** In the unit of the metric; as published where the catalogue knows the metric no longer. */
  private static String target(Source source, Row row) {
    Unit unit = source.unit(row.text("unit"));
    return MetricCatalogue.standard()
        .find(row.text("metric"))
        .filter(metric -> metric.target() != null)
        .map(metric -> metric.target().text(metric.direction(), unit::text))
        .orElse(Format.TEXT.text(row.get("target")));
  }

  private static String figure(Source source, Row row, String column) {
    return source.unit(row.text("unit")).text(row.get(column));
  }
}
