package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.chart.Bar;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Filter;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import io.growthline.warehouse.Row;
import java.util.List;
import java.util.Map;

/** What becomes of payments that fail, by reason and attempt. */
public final class DunningRecovery implements Section {
  private static final String SUMS =
      "SUM(failed) AS failed, SUM(failed_minor) AS failed_minor,"
          + " SUM(recovered_minor) AS recovered_minor, SUM(outstanding_minor) AS outstanding_minor,"
          + " SUM(written_off_minor) AS written_off_minor,"
          + " SUM(recovered_minor) / NULLIF(SUM(failed_minor), 0) AS recovered_share";

  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT decline_reason, attempt, "
              + SUMS
              + ", SUM(mean_days_to_recover * recovered) / NULLIF(SUM(recovered), 0) AS days"
              + " FROM marts.dunning GROUP BY decline_reason, attempt",
          "attempt, failed_minor DESC, decline_reason",
          Map.of());

  @Override
  public String id() {
    return "dunning";
  }

  @Override
  public String title() {
    return "Failed payments";
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence(finding(source)),
        Grid.of(
                "dunning",
                title(),
                ROWS,
                List.of(
                    Column.of("decline_reason", "Reason", Format.TITLE),
                    Column.of("attempt", "Attempt", Format.COUNT),
                    Column.of("failed_minor", "Failed", source.amounts().whole()),
                    Column.of("recovered_share", "Recovered", Format.PERCENT),
                    Column.drawn("Recovered share as a bar", DunningRecovery::bar),
                    Column.of("outstanding_minor", "Outstanding", source.amounts().whole()),
                    Column.of("written_off_minor", "Written off", source.amounts().whole()),
                    Column.of("days", "Days to recover", Format.DECIMAL_2)))
            .filteredBy(
                new Filter("attempt", "Attempt", List.of("1", "2", "3", "4")),
                new Filter("decline_reason", "Reason", reasons(source)))
            .inPagesOf(8)
            .orElse("No payment failed in a month that has ended."));
  }

  /** First attempts alone: an invoice that fails again is in the rows of each attempt. */
  private static String finding(Source source) {
    Row first = source.query("SELECT " + SUMS + " FROM marts.dunning WHERE attempt = 1").get(0);
    return first.get("failed_minor") == null
        ? "An invoice is in the rows of each attempt that failed."
        : "Of %s that failed at the first attempt, %s was recovered; %s is outstanding, %s written off after 60 days. An invoice is in the rows of each attempt that failed."
            .formatted(
                source.amounts().whole().text(first.get("failed_minor")),
                Format.PERCENT.text(first.get("recovered_share")),
                source.amounts().whole().text(first.get("outstanding_minor")),
                source.amounts().whole().text(first.get("written_off_minor")));
  }

  private static List<String> reasons(Source source) {
    return source
        .query("SELECT DISTINCT decline_reason FROM marts.dunning ORDER BY decline_reason")
        .stream()
        .map(row -> row.text("decline_reason"))
        .toList();
  }

  private static Bar bar(Row row) {
    return new Bar(
        row.number("recovered_share"),
        "accent",
        Format.PERCENT.text(row.get("recovered_share")) + " recovered");
  }
}
