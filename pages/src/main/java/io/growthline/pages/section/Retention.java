package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Heatmap;
import io.growthline.pages.Notice;
import io.growthline.pages.Place;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.Withheld;
import io.growthline.pages.grid.SqlRows;
import io.growthline.warehouse.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many customers of each signup month are still active, or how much they still pay. */
public enum Retention implements Section {
  CUSTOMERS(
      "retention",
      "Retention by signup month",
      "retention_rate",
      "Share of each cohort still active, in percent, by months since signup"),
  REVENUE(
      "revenue-retention",
      "Revenue by signup month",
      "revenue_retention",
      "What each cohort pays in percent of its first full month, by months since signup");

  private static final int COHORTS = 12;

  /** The metric that is withheld when nobody's activity is known. */
  private static final String ACTIVITY = "active_customers";

  private static final SqlRows ALL =
      new SqlRows(
          "SELECT * FROM marts.retention_cohorts WHERE grain = 'month'",
          "cohort_start, periods_since_signup",
          Map.of());

  private final String id;
  private final String title;
  private final String share;
  private final String lead;

  Retention(String id, String title, String share, String lead) {
    this.id = id;
    this.title = title;
    this.share = share;
    this.lead = lead;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public Place place() {
    return Place.MAIN;
  }

  @Override
  public List<Block> blocks(Source source) {
    Map<LocalDate, List<Row>> cohorts = new LinkedHashMap<>();
    for (Row row :
        source.query(
            ("SELECT cohort_start, periods_since_signup, cohort_size, %1$s AS share"
                    + " FROM marts.retention_cohorts WHERE grain = 'month' AND %1$s IS NOT NULL"
                    + " AND periods_since_signup < %2$d AND cohort_start IN (SELECT DISTINCT"
                    + " cohort_start FROM marts.retention_cohorts WHERE grain = 'month' AND %1$s IS"
                    + " NOT NULL ORDER BY cohort_start DESC LIMIT %2$d)"
                    + " ORDER BY cohort_start, periods_since_signup")
                .formatted(share, COHORTS))) {
      cohorts.computeIfAbsent(row.date("cohort_start"), month -> new ArrayList<>()).add(row);
    }
    if (cohorts.isEmpty()) {
      String reason = Withheld.reasons(source).get(ACTIVITY);
      return List.of(
          reason == null
              ? new Sentence("No signup month has been followed yet.")
              : new Notice("Retention", "withheld: " + reason + "."));
    }
    List<String> columns = new ArrayList<>(List.of("Cohort", "Size"));
    long first = first(cohorts);
    int width = cohorts.values().stream().mapToInt(List::size).max().orElse(0);
    for (long month = first; month < first + width; month++) {
      columns.add(String.valueOf(month));
    }
    List<Heatmap.Line> lines = new ArrayList<>();
    cohorts.forEach((month, cells) -> lines.add(line(month, cells)));
    return List.of(new Sentence(lead), new Heatmap(id, title, columns, lines, ALL));
  }

  /** Revenue is compared with month 1, so month 0 has none. */
  private static long first(Map<LocalDate, List<Row>> cohorts) {
    return (long) cohorts.values().iterator().next().get(0).number("periods_since_signup");
  }

  private static Heatmap.Line line(LocalDate month, List<Row> cells) {
    return new Heatmap.Line(
        Format.MONTH.text(month),
        Format.COUNT.text(cells.get(0).get("cohort_size")),
        cells.stream().map(cell -> Heatmap.Cell.of(cell.number("share"))).toList());
  }
}
