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

/** How many customers of each signup month are still active. */
public final class Retention implements Section {
  private static final int COHORTS = 12;

  /** The metric that is withheld when nobody's activity is known. */
  private static final String ACTIVITY = "active_customers";

  private static final SqlRows ALL =
      new SqlRows(
          "SELECT * FROM marts.retention_cohorts WHERE grain = 'month'",
          "cohort_start, periods_since_signup",
          Map.of());

  @Override
  public String id() {
    return "retention";
  }

  @Override
  public String title() {
    return "Retention by signup month";
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
            "SELECT cohort_start, periods_since_signup, cohort_size, retention_rate"
                + " FROM marts.retention_cohorts WHERE grain = 'month' AND cohort_start IN (SELECT"
                + " DISTINCT cohort_start FROM marts.retention_cohorts WHERE grain = 'month' ORDER"
                + " BY cohort_start DESC LIMIT "
                + COHORTS
                + ") AND periods_since_signup < "
                + COHORTS
                + " ORDER BY cohort_start, periods_since_signup")) {
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
    int width = cohorts.values().stream().mapToInt(List::size).max().orElse(0);
    for (int month = 0; month < width; month++) {
      columns.add(String.valueOf(month));
    }
    List<Heatmap.Line> lines = new ArrayList<>();
    cohorts.forEach((month, cells) -> lines.add(line(month, cells)));
    return List.of(
        new Sentence("Share of each cohort still active, in percent, by months since signup"),
        new Heatmap("retention", title(), columns, lines, ALL));
  }

  private static Heatmap.Line line(LocalDate month, List<Row> cells) {
    return new Heatmap.Line(
        Format.MONTH.text(month),
        Format.COUNT.text(cells.get(0).get("cohort_size")),
        cells.stream().map(cell -> Heatmap.Cell.of(cell.number("retention_rate"))).toList());
  }
}
