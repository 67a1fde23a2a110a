package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Notation;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.ListedRows;
import io.growthline.warehouse.Row;
import java.util.List;

/** What was expected of plans and campaigns, and what came of them. */
public final class PlanOutcomes implements Section {
  private static final String NEWEST =
      "SELECT * FROM scores.plan_outcomes ORDER BY plan_day DESC, plan, planned_by,"
          + " CASE WHEN action = 'all' THEN 0 ELSE 1 END, action, month_number DESC LIMIT 60";

  @Override
  public String id() {
    return "outcomes";
  }

  @Override
  public String title() {
    return "What came of plans";
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Row> rows = source.query(NEWEST);
    if (rows.isEmpty()) {
      return List.of(
          new Sentence(
              "Nothing is known yet of what came of plans: a month is judged once 30 days have passed"
                  + " from the first month start on or after the day of a plan or campaign."));
    }
    return List.of(
        new Sentence(finding(source, rows.get(0))),
        new Sentence(
            "Measured against who was held out: everybody logged counts in the arm that was drawn,"
                + " whatever was delivered. Intervals are of 90%."),
        grid(source, rows));
  }

  /** What is known of the newest plan in its newest month. */
  private static String finding(Source source, Row row) {
    String plan =
        "%s %s of %s, month %s: "
            .formatted(
                Format.TITLE.text(row.get("planned_by")),
                row.text("plan").replace('_', ' '),
                Format.DAY.text(row.get("plan_day")),
                Format.COUNT.text(row.get("month_number")));
    if (row.get("uplift") == null) {
      return plan + row.text("verdict_reason");
    }
    return plan
        + "%s of %s treated and %s of %s held out were retained, an uplift of %s (%s)%s. %s"
            .formatted(
                Format.PERCENT.text(row.get("retention_treated")),
                Format.COUNT.text(row.get("treated")),
                Format.PERCENT.text(row.get("retention_held_out")),
                Format.COUNT.text(row.get("held_out")),
                Format.PERCENT.text(row.get("uplift")),
                Intervals.text(row, Format.PERCENT::text, "uplift_lower", "uplift_upper"),
                expected(row),
                worth(source, row) + row.text("verdict_reason"));
  }

  private static String expected(Row row) {
    return row.get("expected_uplift") == null
        ? ""
        : ", where %s was expected".formatted(Format.PERCENT.text(row.get("expected_uplift")));
  }

  private static String worth(Source source, Row row) {
    Notation amounts = source.amounts().whole();
    return row.get("net_minor") == null
        ? ""
        : "It cost %s and brought %s net (%s). "
            .formatted(
                amounts.text(row.get("cost_minor")),
                amounts.text(row.get("net_minor")),
                Intervals.text(row, amounts::text, "net_lower_minor", "net_upper_minor"));
  }

  private static Block grid(Source source, List<Row> rows) {
    Notation amounts = source.amounts().whole();
    Intervals uplifts =
        new Intervals(rows, "uplift", "uplift_lower", "uplift_upper", PlanOutcomes::label);
    return Grid.of(
            "outcomes",
            "Outcomes by plan, action and month",
            new ListedRows(rows),
            List.of(
                Column.of("plan", "Plan", Format.TITLE),
                Column.of("plan_day", "Day", Format.DAY),
                Column.of("action", "Action", Format.TITLE),
                Column.of("month_number", "Month", Format.COUNT),
                Column.of("treated", "Treated", Format.COUNT),
                Column.of("held_out", "Held out", Format.COUNT),
                Column.of("uplift", "Uplift", Format.PERCENT),
                Column.composed(
                    "90% interval",
                    row ->
                        Intervals.text(row, Format.PERCENT::text, "uplift_lower", "uplift_upper")),
                uplifts.drawn(),
                Column.of("expected_uplift", "Expected uplift", Format.PERCENT),
                Column.of("value_saved_minor", "Value saved", amounts),
                Column.composed(
                    "Interval of value",
                    row ->
                        Intervals.text(
                            row,
                            amounts::text,
                            "value_saved_lower_minor",
                            "value_saved_upper_minor")),
                Column.of("expected_value_saved_minor", "Expected value", amounts),
                Column.of("cost_minor", "Cost", amounts),
                Column.of("net_minor", "Net", amounts),
                Column.of("return_on_cost", "Net over cost", Format.DECIMAL_2),
                Column.of(
                    "cost_per_kept_minor", "Cost per customer kept", source.amounts().exact()),
                Column.composed(
                    "Interval of cost",
                    row ->
                        Intervals.text(
                            row,
                            source.amounts().exact()::text,
                            "cost_per_kept_lower_minor",
                            "cost_per_kept_upper_minor")),
                Column.of("verdict", "Verdict", Format.STATUS),
                Column.of("verdict_reason", "Note", Format.SENTENCE)))
        .orElse("No plan was followed.");
  }

  private static String label(Row row) {
    return "90%% interval of the uplift of %s, %s, month %s"
        .formatted(
            row.text("plan").replace('_', ' '),
            row.text("action").replace('_', ' '),
            Format.COUNT.text(row.get("month_number")));
  }
}
