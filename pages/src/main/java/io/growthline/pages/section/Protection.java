package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Notice;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.ListedRows;
import io.growthline.warehouse.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What would be done for customers before transfers. */
public final class Protection implements Section {
  private static final String NEWEST =
      "SELECT * FROM marts.protection_actions WHERE month = (SELECT MAX(month) FROM"
          + " marts.protection_actions WHERE month < @this_month) ORDER BY CASE action WHEN 'none'"
          + " THEN 0 WHEN 'education' THEN 1 WHEN 'soft_friction' THEN 2 WHEN 'cooling_off' THEN 3"
          + " ELSE 4 END";

  @Override
  public String id() {
    return "protection";
  }

  @Override
  public String title() {
    return "Protection before transfers";
  }

  @Override
  public List<Block> blocks(Source source) {
    LocalDate asOf = source.tables().asOf();
    List<Row> rows =
        asOf == null
            ? List.of()
            : source.query(NEWEST, Map.of("this_month", asOf.withDayOfMonth(1)));
    if (rows.isEmpty()) {
      return List.of(
          new Sentence("No checked transfer of a complete month is known (raw.transfer_checks)."));
    }
    Intervals intervals = Intervals.of(rows, "share", row -> row.text("action").replace('_', ' '));
    return List.of(
        new Notice(
            "A simulation that supports.",
            "No transfer is blocked: customers get information, a question, time or a person, and"
                + " decide themselves. Vulnerable customers get help earlier."),
        new Sentence(sentence(rows)),
        Grid.of(
            "protection",
            title(),
            new ListedRows(rows),
            List.of(
                Column.of("action", "Intervention", Format.TITLE),
                Column.of("transfers", "Transfers", Format.COUNT),
                Column.of("vulnerable_transfers", "Of vulnerable customers", Format.COUNT),
                Column.of("customers", "Customers, by the most done", Format.COUNT),
                Column.of("share", "Share", Format.PERCENT),
                Intervals.text(),
                intervals.drawn())));
  }

  private static String sentence(List<Row> rows) {
    double all = rows.stream().mapToDouble(row -> row.number("transfers")).sum();
    double supported =
        rows.stream()
            .filter(row -> !row.text("action").equals("none"))
            .mapToDouble(row -> row.number("transfers"))
            .sum();
    return "In %s, %s of %s checked transfers would come with an intervention (%s)."
        .formatted(
            Format.MONTH.text(rows.get(0).get("month")),
            Format.COUNT.text(supported),
            Format.COUNT.text(all),
            Format.PERCENT.text(supported / all));
  }
}
