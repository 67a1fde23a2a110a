package io.growthline.cloudrun.dashboard;

import io.growthline.cloudrun.data.Row;
import io.growthline.cloudrun.data.Snapshot;
import io.growthline.domain.metric.Metric;
import io.growthline.domain.metric.MetricCatalogue;
import io.growthline.domain.report.Names;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What the overview reads. */
final class OverviewQueries {
  private static final MetricCatalogue CATALOGUE = MetricCatalogue.standard();
  private static final int MONTHS = 24;
  private static final int COHORTS = 12;
  private static final int AT_RISK = 25;

  private OverviewQueries() {}

  /** The metrics of the catalogue over complete months, by name, in the order of the catalogue. */
  static Map<String, Series> series(Snapshot snapshot) {
    Map<String, List<Series.Point>> points = new LinkedHashMap<>();
    for (Row row :
        snapshot.query(
            "SELECT metric, period_start, value FROM marts.kpi_values"
                + " WHERE dimension = 'all' AND grain = 'month' AND is_complete"
                + " AND value IS NOT NULL"
                + " ORDER BY metric, period_start")) {
      points
          .computeIfAbsent(row.text("metric"), name -> new ArrayList<>())
          .add(new Series.Point(row.date("period_start"), row.number("value")));
    }
    Map<String, Series> series = new LinkedHashMap<>();
    for (Metric metric : CATALOGUE.metrics()) {
      List<Series.Point> all = points.getOrDefault(metric.name(), List.of());
      if (!all.isEmpty()) {
        series.put(
            metric.name(),
            new Series(metric, all.subList(Math.max(0, all.size() - MONTHS), all.size())));
      }
    }
    return series;
  }

  static Page.Retention retention(Snapshot snapshot) {
    Map<LocalDate, List<Row>> cohorts = new LinkedHashMap<>();
    for (Row row :
        snapshot.query(
            "SELECT cohort_month, months_since_signup, cohort_size, retention_rate"
                + " FROM marts.retention_cohorts WHERE cohort_month IN (SELECT DISTINCT"
                + " cohort_month FROM marts.retention_cohorts ORDER BY cohort_month DESC LIMIT "
                + COHORTS
                + ") AND months_since_signup < "
                + COHORTS
                + " ORDER BY cohort_month, months_since_signup")) {
      cohorts.computeIfAbsent(row.date("cohort_month"), month -> new ArrayList<>()).add(row);
    }
    int width = cohorts.values().stream().mapToInt(List::size).max().orElse(0);
    List<Long> months = new ArrayList<>();
    for (long i = 0; i < width; i++) {
      months.add(i);
    }
    List<Page.Cohort> rows = new ArrayList<>();
    cohorts.forEach(
        (month, cells) ->
            rows.add(
                new Page.Cohort(
                    Formats.month(month),
                    Formats.count(cells.get(0).number("cohort_size")),
                    cells.stream().map(OverviewQueries::cell).toList())));
    return new Page.Retention(months, rows);
  }

  private static Page.Cell cell(Row row) {
    double rate = row.number("retention_rate");
    return new Page.Cell(String.format(Locale.UK, "%.0f", rate * 100), Math.round(rate * 10));
  }

  /** The main reasons of customers with a high risk. */
  static List<Page.Driver> drivers(Snapshot snapshot) {
    return snapshot
        .query(
            "SELECT r.feature, count(DISTINCT r.customer_id) AS customers, (SELECT count(*) FROM"
                + " scores.customer_scores WHERE model = 'churn' AND band = 'high') AS total"
                + " FROM scores.score_reasons r JOIN scores.customer_scores s"
                + " ON s.customer_id = r.customer_id AND s.model = r.model"
                + " WHERE s.model = 'churn' AND s.band = 'high' AND r.contribution > 0"
                + " GROUP BY r.feature ORDER BY customers DESC, r.feature LIMIT 6")
        .stream()
        .map(
            row -> {
              double share = row.number("customers") / row.number("total");
              return new Page.Driver(
                  Names.feature(row.text("feature")),
                  String.format(Locale.UK, "%.0f%%", share * 100),
                  String.format(Locale.ROOT, "%.1f", share * 100));
            })
        .toList();
  }

  static Page.Monitoring monitoring(Snapshot snapshot) {
    List<Row> rows =
        snapshot.query(
            "SELECT gate, verdict, explanation FROM monitoring.release_gates ORDER BY gate");
    List<Page.Gate> gates =
        rows.stream()
            .map(
                row ->
                    new Page.Gate(
                        Names.gate(row.text("gate")), row.text("verdict"), explanation(row)))
            .toList();
    List<String> order = List.of("pass", "warn", "fail");
    String worst =
        gates.stream()
            .map(Page.Gate::verdict)
            .max(Comparator.comparingInt(order::indexOf))
            .orElse("none");
    String overall =
        gates.stream()
            .filter(gate -> gate.gate().equals("Overall"))
            .map(Page.Gate::explanation)
            .findFirst()
            .orElse(gates.isEmpty() ? "Monitoring has not run yet." : "");
    return new Page.Monitoring(
        worst, overall, gates.stream().filter(gate -> !gate.gate().equals("Overall")).toList());
  }

  /** The overall gate lists others by their column names; readers get their titles. */
  private static String explanation(Row row) {
    String text = row.text("explanation");
    return row.text("gate").equals("overall")
        ? Pattern.compile("[a-z]+(_[a-z]+)+").matcher(text).replaceAll(m -> Names.gate(m.group()))
        : text;
  }

  /**
   * Customers by predicted churn.
   *
   * @param search part of an id, plan, region or reason
   * @param band low, medium, high, or empty for all
   */
  static List<Page.AtRisk> atRisk(Snapshot snapshot, String search, String band) {
    return atRiskRows(snapshot, search, band, AT_RISK).stream()
        .map(
            row ->
                new Page.AtRisk(
                    row.text("customer_id"),
                    row.get("plan") == null ? "No plan" : Names.title(row.text("plan")),
                    row.get("region") == null ? "Unknown" : row.text("region"),
                    row.get("plan_price_minor") == null
                        ? "–"
                        : Formats.price(row.number("plan_price_minor")),
                    String.format(Locale.UK, "%.0f%%", row.number("score") * 100),
                    row.text("band"),
                    row.flag("vulnerable_customer"),
                    row.get("reason") == null ? "No single reason stands out" : row.text("reason")))
        .toList();
  }

  static List<Row> atRiskRows(Snapshot snapshot, String search, String band, int limit) {
    return snapshot.query(
        "SELECT s.customer_id, p.plan, p.region, p.plan_price_minor, s.score, s.band,"
            + " s.vulnerable_customer, CASE WHEN s.vulnerable_customer THEN 'route to help'"
            + " ELSE '' END AS guardrail, r.text AS reason, s.model_version, s.as_of"
            + " FROM scores.customer_scores s"
            + " LEFT JOIN marts.customer_360_profile p ON p.customer_id = s.customer_id"
            + " LEFT JOIN (SELECT customer_id, text, row_number() OVER (PARTITION BY customer_id"
            + " ORDER BY position) AS n FROM scores.score_reasons"
            + " WHERE model = 'churn' AND contribution > 0) r"
            + " ON r.customer_id = s.customer_id AND r.n = 1"
            + " WHERE s.model = 'churn' AND (@band = '' OR s.band = @band)"
            + " AND (@search = '' OR strpos(lower(concat_ws(' ', s.customer_id, p.plan, p.region,"
            + " r.text)), lower(@search)) > 0)"
            + " ORDER BY s.score DESC, s.customer_id LIMIT "
            + limit,
        Map.of("search", search, "band", band));
  }
}
