package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Explorer;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.Unit;
import io.growthline.pages.chart.Courses;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Filter;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import io.growthline.warehouse.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What customers cost to win, and how soon they pay it back. */
public final class Payback implements Section {
  /** Cohorts that were seen for less are too young to be judged. */
  private static final int MATURE_MONTHS = 12;

  private static final String STATUS =
      "CASE WHEN payback_status = 'not_yet' AND months_observed < "
          + MATURE_MONTHS
          + " THEN 'too_early' ELSE payback_status END";

  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT cohort_month, signup_channel, new_customers, spend_minor, acquisition_cost_minor,"
              + " CASE payback_basis WHEN 'margin' THEN COALESCE(margin_per_customer_m12_minor,"
              + " margin_per_customer_m6_minor, margin_per_customer_m3_minor,"
              + " margin_per_customer_m1_minor) ELSE COALESCE(revenue_per_customer_m12_minor,"
              + " revenue_per_customer_m6_minor, revenue_per_customer_m3_minor,"
              + " revenue_per_customer_m1_minor) END AS earned_minor,"
              + " CONCAT(payback_basis, CASE WHEN months_observed >= 12 THEN ' of 12 months'"
              + " WHEN months_observed >= 6 THEN ' of 6 months' WHEN months_observed >= 3"
              + " THEN ' of 3 months' ELSE ' of 1 month' END) AS earned_in,"
              + " months_observed, payback_months, "
              + STATUS
              + " AS status FROM marts.acquisition_payback WHERE spend_minor > 0",
          "cohort_month DESC, signup_channel",
          Map.of());

  @Override
  public String id() {
    return "payback";
  }

  @Override
  public String title() {
    return "Payback of acquisition";
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Row> spent =
        source.query(
            "SELECT cohort_month, signup_channel, acquisition_cost_minor"
                + " FROM marts.acquisition_payback WHERE spend_minor > 0"
                + " ORDER BY cohort_month, signup_channel");
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Sentence(finding(source)));
    Courses costs = costs(spent, source.unit("minor"));
    if (!costs.isEmpty()) {
      blocks.add(new Explorer("Cost of a new customer", costs, ""));
    }
    blocks.add(
        Grid.of(
                "payback",
                title(),
                ROWS,
                List.of(
                    Column.of("cohort_month", "Signups of", Format.MONTH),
                    Column.of("signup_channel", "Channel", Format.TITLE),
                    Column.of("new_customers", "Customers", Format.COUNT),
                    Column.of(
                        "acquisition_cost_minor", "Cost a customer", source.amounts().whole()),
                    Column.of("earned_minor", "Earned a customer", source.amounts().whole())
                        .over("earned_in", Format.TEXT),
                    Column.of("months_observed", "Months seen", Format.COUNT),
                    Column.of("payback_months", "Paid back after", Format.COUNT),
                    Column.of("status", "Status", Format.STATUS)))
            .filteredBy(
                new Filter(
                    "status",
                    "Status",
                    List.of("paid_back", "not_yet", "too_early", "no_customers")),
                new Filter(
                    "signup_channel",
                    "Channel",
                    spent.stream().map(r -> r.text("signup_channel")).distinct().sorted().toList()))
            .inPagesOf(8)
            .orElse("No campaign spend is known."));
    return blocks;
  }

  private static String finding(Source source) {
    Row count =
        source
            .query(
                "SELECT COUNT(*) AS cohorts,"
                    + " SUM(CASE WHEN status = 'paid_back' THEN 1 ELSE 0 END) AS paid_back,"
                    + " SUM(CASE WHEN status = 'not_yet' THEN 1 ELSE 0 END) AS not_yet,"
                    + " SUM(CASE WHEN status = 'too_early' THEN 1 ELSE 0 END) AS too_early FROM ("
                    + ROWS.select()
                    + ") AS spent")
            .get(0);
    return count.number("cohorts") == 0
        ? "Without campaign spend there is nothing to pay back."
        : "Signup months and channels with spend: %s paid back, %s not within the %d or more months seen, %s too young to say."
            .formatted(
                Format.COUNT.text(count.get("paid_back")),
                Format.COUNT.text(count.get("not_yet")),
                MATURE_MONTHS,
                Format.COUNT.text(count.get("too_early")));
  }

  private static Courses costs(List<Row> spent, Unit money) {
    List<LocalDate> months =
        spent.stream().map(row -> row.date("cohort_month")).distinct().toList();
    return new Courses(
        "Cost of a new customer by signup month and channel",
        months.stream().map(Format.MONTH::text).toList(),
        spent.stream()
            .map(row -> row.text("signup_channel"))
            .distinct()
            .sorted()
            .map(channel -> cost(channel, months, spent))
            .filter(cost -> cost.values().stream().anyMatch(Objects::nonNull))
            .toList(),
        money);
  }

  private static Courses.Course cost(String channel, List<LocalDate> months, List<Row> spent) {
    return new Courses.Course(
        Format.TITLE.text(channel),
        Courses.Form.LINE,
        months.stream()
            .map(
                month ->
                    spent.stream()
                        .filter(
                            row ->
                                row.text("signup_channel").equals(channel)
                                    && row.date("cohort_month").equals(month))
                        .findFirst()
                        .map(row -> (Double) row.get("acquisition_cost_minor"))
                        .orElse(null))
            .toList());
  }
}
