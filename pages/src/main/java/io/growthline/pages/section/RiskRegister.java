package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.GridState;
import io.growthline.pages.grid.ListedRows;
import io.growthline.pages.grid.SqlRows;
import io.growthline.warehouse.Row;
import java.util.List;
import java.util.Map;

/** The value that customers who may leave take with them, and what is done about it. */
public final class RiskRegister implements Section {
  private static final int TOP = 10;

  // Value at risk is the chance of leaving times the expected margin.
  private static final String RISKS =
      "SELECT r.customer_id, r.churn, r.value_minor, r.churn * r.value_minor AS risk_minor, r.step,"
          + " COALESCE(p.behavioural_segment, 'unknown') AS segment,"
          + " COALESCE(w.value_band, 'none') AS value_band,"
          + " COALESCE(p.vulnerable_customer, FALSE) AS protected_customer, r.helped FROM"
          + " (SELECT customer_id, churn, value_minor, CASE WHEN arm = 'treated' THEN action"
          + " ELSE 'held_out' END AS step, CASE WHEN arm = 'treated' THEN 1 ELSE 0 END AS helped"
          + " FROM scores.action_plan"
          + " UNION ALL SELECT customer_id, churn, value_minor, CONCAT('left_out: ', reason), 0"
          + " FROM scores.action_rejections) AS r"
          + " LEFT JOIN marts.customer_360_profile AS p ON p.customer_id = r.customer_id"
          + " LEFT JOIN marts.metric_customer_ltv AS w ON w.customer_id = r.customer_id";

  private static final SqlRows GROUPS =
      new SqlRows(
          "SELECT segment, value_band, COUNT(*) AS customers, SUM(risk_minor) AS risk_minor,"
              + " SUM(CASE WHEN value_minor IS NULL THEN 1 ELSE 0 END) AS not_known,"
              + " SUM(helped) AS contacted FROM ("
              + RISKS
              + ") AS risks GROUP BY segment, value_band",
          "risk_minor DESC NULLS LAST, segment, value_band",
          Map.of());

  private static final SqlRows CUSTOMERS =
      new SqlRows(RISKS, "risk_minor DESC NULLS LAST, customer_id", Map.of());

  @Override
  public String id() {
    return "risk-register";
  }

  @Override
  public String title() {
    return "Risk register";
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence(finding(source)),
        Grid.of(
                "risk-register",
                "Value at risk by segment and band of value",
                GROUPS,
                List.of(
                    Column.of("segment", "Segment", Format.TITLE),
                    Column.of("value_band", "Value", Format.RANK),
                    Column.of("customers", "Customers", Format.COUNT),
                    Column.of("risk_minor", "Value at risk", source.amounts().whole()),
                    Column.of("not_known", "Value not known", Format.COUNT),
                    Column.of("contacted", "Contacted", Format.COUNT)))
            .orElse("No chance of leaving is known."),
        new Sentence("The largest risks. Who needs protection gets help only."),
        Grid.of(
                "risk-register-top",
                "Largest risks",
                new ListedRows(CUSTOMERS.read(source, GridState.ALL, List.of(), TOP).rows()),
                List.of(
                    Column.of("customer_id", "Customer", Format.TEXT),
                    Column.of("segment", "Segment", Format.TITLE),
                    Column.of("churn", "Chance of leaving", Format.PERCENT),
                    Column.of("value_minor", "Value", source.amounts().whole()),
                    Column.of("risk_minor", "Value at risk", source.amounts().whole()),
                    Column.of("step", "What is done", Format.TITLE),
                    Column.words(
                        "protected_customer",
                        "Protected",
                        row -> row.flag("protected_customer") ? "help only" : "")))
            .orElse("No chance of leaving is known."));
  }

  private static String finding(Source source) {
    Row all =
        source
            .query(
                "SELECT COUNT(*) AS customers, SUM(risk_minor) AS risk_minor,"
                    + " SUM(CASE WHEN value_minor IS NULL THEN 1 ELSE 0 END) AS not_known,"
                    + " SUM(CASE WHEN protected_customer THEN 1 ELSE 0 END) AS protected_customers,"
                    + " SUM(CASE WHEN protected_customer THEN helped ELSE 0 END) AS helped FROM ("
                    + RISKS
                    + ") AS risks")
            .get(0);
    return all.number("customers") == 0
        ? "Nobody is known to be at risk: no plan was made."
        : "%s are at risk: the chance of leaving times the expected margin of %s customers; of %s more the value is not known. %s customers need protection: %s of them are to be offered help, nobody an incentive."
            .formatted(
                source.amounts().whole().text(all.get("risk_minor")),
                Format.COUNT.text(all.number("customers") - all.number("not_known")),
                Format.COUNT.text(all.get("not_known")),
                Format.COUNT.text(all.get("protected_customers")),
                Format.COUNT.text(all.get("helped")));
  }
}
