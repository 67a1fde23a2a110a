package io.growthline.pages.section;

import io.growthline.pages.Format;
import io.growthline.pages.Source;
import io.growthline.warehouse.Row;

/** The sentence to remember of a plan. */
public final class PlanFinding {
  private PlanFinding() {}

  /** Whom to contact, what that brings and costs, and the commonest reason against the others. */
  public static String of(Source source) {
    Row plan =
        source
            .query(
                "SELECT COALESCE(SUM(customers), 0) AS customers, SUM(net_minor) AS net,"
                    + " SUM(expected_cost_minor) AS cost,"
                    + " (SELECT COUNT(*) FROM scores.action_rejections) AS left_out"
                    + " FROM scores.plan_totals")
            .get(0);
    if (plan.number("customers") == 0) {
      return plan.number("left_out") == 0
          ? "There is no plan yet."
          : "Nobody is to be contacted: all %s customers are left out.%s"
              .formatted(Format.COUNT.text(plan.get("left_out")), mostly(source));
    }
    return "Contact %s customers at an expected cost of %s: it should bring %s net. %s others are left out.%s"
        .formatted(
            Format.COUNT.text(plan.get("customers")),
            source.amounts().whole().text(plan.get("cost")),
            source.amounts().whole().text(plan.get("net")),
            Format.COUNT.text(plan.get("left_out")),
            mostly(source));
  }

  private static String mostly(Source source) {
    return source
        .query(
            "SELECT reason, COUNT(*) AS customers FROM scores.action_rejections GROUP BY reason"
                + " ORDER BY customers DESC, reason LIMIT 1")
        .stream()
        .findFirst()
        .map(
            row ->
                " The commonest reason, of %s: %s"
                    .formatted(
                        Format.COUNT.text(row.get("customers")),
                        RejectionWords.of(row.get("reason"))))
        .orElse("");
  }
}
