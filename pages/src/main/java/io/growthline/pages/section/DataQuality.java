package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import io.growthline.warehouse.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How far each table can be relied on, what is at risk, and the checks that do not pass. */
public final class DataQuality implements Section {
  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT * FROM monitoring.data_quality_results WHERE status <> 'pass'",
          "status, failures DESC, table_name, column_name, check_name",
          Map.of());

  // The worst first, whatever the names of the states are.
  private static final String ORDER =
      "CASE status WHEN 'critical' THEN 1 WHEN 'bad' THEN 2 WHEN 'warn' THEN 3 WHEN 'ok' THEN 4"
          + " ELSE 5 END, overall, table_name";
  private static final SqlRows SCORES =
      new SqlRows("SELECT * FROM monitoring.data_quality_scores", ORDER, Map.of());
  private static final SqlRows AT_RISK =
      new SqlRows(
          "SELECT * FROM monitoring.data_quality_scores WHERE business_risk IS NOT NULL",
          ORDER,
          Map.of());

  @Override
  public String id() {
    return "data";
  }

  @Override
  public String title() {
    return "Data quality";
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Block> blocks = new ArrayList<>();
    Row count = count(source);
    blocks.add(new Sentence(summary(source, count) + " " + scored(source)));
    blocks.add(scores());
    blocks.add(
        Grid.of(
                "data-risk",
                "Tables at risk",
                AT_RISK,
                List.of(
                    Column.of("table_name", "Table", Format.CODE),
                    Column.of("status", "Status", Format.STATUS),
                    Column.of("worst_dimension", "Worst dimension", Format.TITLE),
                    Column.of("business_risk", "Business risk", Format.SENTENCE)))
            .orElse("No table is at risk."));
    if (count.number("failed") + count.number("warned") > 0) {
      blocks.add(
          Grid.of(
              "data",
              "Checks that do not pass",
              ROWS,
              List.of(
                  Column.of("table_name", "Table", Format.CODE),
                  Column.of("column_name", "Column", Format.CODE),
                  Column.of("check_name", "Check", Format.TEXT),
                  Column.number(
                      "failures",
                      "Failures",
                      row ->
                          Format.COUNT.text(row.get("failures"))
                              + " of "
                              + Format.COUNT.text(row.get("row_count"))),
                  Column.of("status", "Status", Format.STATUS))));
    }
    return blocks;
  }

  private static Grid scores() {
    return Grid.of(
            "data-scores",
            "Quality of tables",
            SCORES,
            List.of(
                Column.of("table_name", "Table", Format.CODE),
                Column.of("status", "Status", Format.STATUS),
                Column.of("overall", "Overall", Format.DECIMAL_2),
                Column.of("completeness", "Completeness", Format.DECIMAL_2),
                Column.of("uniqueness", "Uniqueness", Format.DECIMAL_2),
                Column.of("validity", "Validity", Format.DECIMAL_2),
                Column.of("integrity", "Integrity", Format.DECIMAL_2),
                Column.of("freshness", "Freshness", Format.DECIMAL_2),
                Column.of("volume", "Volume", Format.DECIMAL_2),
                Column.of("row_count", "Rows", Format.COUNT)))
        .orElse("No table has been scored yet.");
  }

  private static String scored(Source source) {
    Row tables =
        source
            .query(
                "SELECT COUNT(*) AS scored, COUNT(business_risk) AS at_risk,"
                    + " COALESCE(SUM(CASE WHEN status = 'withheld' THEN 1 ELSE 0 END), 0) AS withheld"
                    + " FROM monitoring.data_quality_scores")
            .get(0);
    if (tables.number("scored") == 0) {
      return "";
    }
    return "Of %s tables, %s are at risk and %s could not be judged; a score that is absent was withheld, not 0."
        .formatted(
            Format.COUNT.text(tables.get("scored")),
            Format.COUNT.text(tables.get("at_risk")),
            Format.COUNT.text(tables.get("withheld")));
  }

  private static Row count(Source source) {
    return source
        .query(
            "SELECT COUNT(*) AS checks, COALESCE(SUM(CASE WHEN status = 'fail' THEN 1 ELSE 0 END), 0)"
                + " AS failed, COALESCE(SUM(CASE WHEN status = 'warn' THEN 1 ELSE 0 END), 0) AS warned"
                + " FROM monitoring.data_quality_results")
        .get(0);
  }

  private static String summary(Source source, Row count) {
    String partly =
        source
            .query(
                "SELECT DISTINCT table_name FROM monitoring.data_quality_results"
                    + " WHERE checked_from IS NOT NULL ORDER BY table_name")
            .stream()
            .map(row -> row.text("table_name"))
            .collect(Collectors.joining(", "));
    return (count.number("failed") + count.number("warned") == 0
            ? "All %s checks of the contracts pass."
                .formatted(Format.COUNT.text(count.get("checks")))
            : "Of %s checks of the contracts, %s fail and %s warn."
                .formatted(
                    Format.COUNT.text(count.get("checks")),
                    Format.COUNT.text(count.get("failed")),
                    Format.COUNT.text(count.get("warned"))))
        + (partly.isEmpty() ? "" : " Only the newest days were checked of " + partly + ".");
  }
}
