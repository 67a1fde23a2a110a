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

/** Checks of the contracts that do not pass. */
public final class DataQuality implements Section {
  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT * FROM monitoring.data_quality_results WHERE status <> 'pass'",
          "status, failures DESC, table_name, column_name, check_name",
          Map.of());

  @Override
  public String id() {
    return "data";
  }

  @Override
  public String title() {
    return "Data";
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Block> blocks = new ArrayList<>();
    Row count = count(source);
    blocks.add(new Sentence(summary(source, count)));
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
