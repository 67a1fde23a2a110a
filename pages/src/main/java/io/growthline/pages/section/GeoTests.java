package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.ListedRows;
import io.growthline.warehouse.Row;
import java.util.List;

/** What tests of regions changed, by all methods, with all checks. */
public final class GeoTests implements Section {
  @Override
  public String id() {
    return "geo-tests";
  }

  @Override
  public String title() {
    return "Geo tests";
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Row> rows = GeoRows.results(source);
    if (rows.isEmpty()) {
      return List.of(new Sentence(GeoRows.NONE));
    }
    return List.of(
        new Sentence(
            finding(source, rows)
                + " Effects are a day and treated region, with 90% intervals. Of an invalid reading"
                + " the effect is withheld."),
        grid(source, rows));
  }

  /** The newest test in a sentence. */
  private static String finding(Source source, List<Row> rows) {
    return rows.stream()
        .filter(row -> row.text("method").equals(GeoRows.DRAWN))
        .findFirst()
        .map(row -> GeoRows.name(row) + ": " + said(source, row))
        .orElse(GeoRows.NONE);
  }

  private static String said(Source source, Row row) {
    if (row.text("verdict").equals("invalid")) {
      return "the effect is withheld. " + Format.SENTENCE.text(row.text("verdict_reason"));
    }
    String effect =
        row.get("lift") == null
            ? GeoRows.interval(row, "att", GeoRows.unit(source, row).notation()) + " a day"
            : GeoRows.interval(row, "lift", Format.PERCENT);
    String found =
        row.text("verdict").equals("ok")
            ? "the treatment changed it by " + effect + "."
            : "it is not settled whether the treatment changed it; the estimate is " + effect + ".";
    return found + " " + Format.SENTENCE.text(row.text("verdict_reason"));
  }

  private Block grid(Source source, List<Row> rows) {
    return Grid.of(
        "geo-tests",
        title(),
        new ListedRows(rows),
        List.of(
            Column.of("test_id", "Test", Format.TITLE).over("starts_on", Format.DAY),
            Column.of("metric", "Metric", Format.TITLE),
            Column.words("method", "Method", GeoRows::method),
            Column.of("verdict", "Verdict", Format.STATUS),
            Column.number(
                "att",
                "Effect",
                row -> GeoRows.interval(row, "att", GeoRows.unit(source, row).notation())),
            Column.number("lift", "Lift", row -> GeoRows.interval(row, "lift", Format.PERCENT)),
            Column.number(
                "incremental",
                "In all",
                row -> GeoRows.interval(row, "incremental", GeoRows.unit(source, row).notation())),
            Column.of("p_value", "p", Format.DECIMAL_3),
            Column.of("placebo_p", "Placebo p", Format.DECIMAL_3),
            Column.of("pre_l2_scaled", "Error before, of equal weights", Format.PERCENT),
            Column.of("pre_trend_p", "Drift p", Format.DECIMAL_3),
            Column.of("in_time_p", "In time p", Format.DECIMAL_3),
            Column.of("spillover_p", "Spillover p", Format.DECIMAL_3),
            Column.number(
                "cost_per_incremental_minor", "Cost of one more", row -> cost(source, row)),
            Column.of("verdict_reason", "Note", Format.SENTENCE)));
  }

  private static String cost(Source source, Row row) {
    String ends = GeoRows.ends(row, "cost_per_incremental_", source.amounts().exact());
    return row.get("cost_per_incremental_minor") == null
        ? Format.NONE
        : source.amounts().exact().text(row.get("cost_per_incremental_minor")) + " (" + ends + ")";
  }
}
