package io.growthline.pages.section;

import io.growthline.domain.decision.ActionRejection;
import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Filter;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import io.growthline.warehouse.Row;
import java.util.List;
import java.util.Map;

/** For whom nothing is done, by the first reason that applies. */
public final class LeftOut implements Section {
  static final Column REASON = Column.of("reason", "Reason", Format.TITLE);

  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT * FROM scores.action_rejections",
          "expected_value_minor DESC NULLS LAST, churn DESC, customer_id",
          Map.of());

  @Override
  public String id() {
    return "left-out";
  }

  @Override
  public String title() {
    return "Who is left out, and why";
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence(finding(source)),
        reasons(
            source,
            REASON.linked(
                row ->
                    "/actions?left-out-customers.reason="
                        + Links.encoded(row.text("reason"))
                        + "#left-out")),
        Grid.of(
                "left-out-customers",
                "Customers left out",
                ROWS,
                List.of(
                    Column.of("customer_id", "Customer", Format.TEXT).linked(Customers::address),
                    Column.words("reason", "Why", row -> RejectionWords.of(row.get("reason"))),
                    Column.of("detail", "Rule or limit", Format.SENTENCE),
                    Column.of("action", "Best action considered", Format.TITLE),
                    ActionQueue.expectedValue(source.amounts()),
                    Column.of("churn", "Chance of leaving", Format.PERCENT),
                    Column.of("value_minor", "Value", source.amounts().whole())))
            .filteredBy(Filter.allowed(ActionRejection.class, "reason", "Reason"))
            .inPagesOf(10)
            .orElse("Nobody is left out."));
  }

  /**
   * Customers by reason.
   *
   * @param first how a reason is shown
   */
  static Grid reasons(Source source, Column first) {
    return Grid.of(
            "left-out",
            "Customers left out by reason",
            new SqlRows(
                "SELECT reason, COUNT(*) AS customers, SUM(value_minor) AS value_minor"
                    + " FROM scores.action_rejections GROUP BY reason",
                "customers DESC, reason",
                Map.of()),
            List.of(
                first,
                Column.words("", "In words", row -> RejectionWords.of(row.get("reason"))),
                Column.of("customers", "Customers", Format.COUNT),
                Column.of("value_minor", "Known value", source.amounts().whole())))
        .orElse("Nobody is left out.");
  }

  private static String finding(Source source) {
    Row count =
        source
            .query(
                "SELECT (SELECT COUNT(*) FROM scores.action_plan) AS chosen,"
                    + " (SELECT COUNT(*) FROM scores.action_rejections) AS left_out")
            .get(0);
    double all = count.number("chosen") + count.number("left_out");
    return all == 0
        ? "Nobody was considered yet."
        : "Of %s customers with a chance of leaving, %s are in the plan and %s are left out. Only the first reason that applies is given."
            .formatted(
                Format.COUNT.text(all),
                Format.COUNT.text(count.get("chosen")),
                Format.COUNT.text(count.get("left_out")));
  }
}
