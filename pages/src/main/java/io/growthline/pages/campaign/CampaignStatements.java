package io.growthline.pages.campaign;

import io.growthline.domain.campaign.CampaignAudience;
import io.growthline.domain.campaign.CampaignSums;
import io.growthline.domain.campaign.CampaignTerms;
import io.growthline.domain.campaign.LeftOutReason;
import io.growthline.domain.decision.ChurnIntervals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Statements about the customers of a campaign, valid in DuckDB and GoogleSQL. Chances of leaving
 * are those of the plan of actions, which holds each customer once: chosen or rejected.
 */
public final class CampaignStatements {
  /** The place of who is contacted; all others are in the place of their {@link LeftOutReason}. */
  static final String AUDIENCE = "audience";

  private static final String CHANCES =
      "SELECT customer_id, churn, churn_evidence, arm FROM scores.action_plan"
          + " UNION ALL SELECT customer_id, churn, churn_evidence, '' AS arm"
          + " FROM scores.action_rejections";

  private final Map<String, Object> parameters = new HashMap<>();
  private final String valued;

  /**
   * @param intervals how sure chances of leaving are
   */
  public CampaignStatements(
      CampaignAudience audience, CampaignTerms terms, ChurnIntervals intervals) {
    parameters.put("contact", terms.contactCostMinor());
    parameters.put("incentive", terms.incentiveMinor());
    parameters.put("stayer_incentive", terms.incentiveMinor() * terms.takeUp());
    parameters.put("success", terms.success().value());
    parameters.put("success_half", (terms.success().upper() - terms.success().lower()) / 2);
    this.valued = valued(observed(intervals), where(audience));
  }

  /** Values of {@code @name}. */
  public Map<String, Object> parameters() {
    return Map.copyOf(parameters);
  }

  /**
   * Customers and sums by place, those of the audience also by whether they are worthwhile; in any
   * order, as DuckDB can misjudge how large sums are when it sorts them.
   */
  public String sums() {
    return valued
        + " SELECT place, worthwhile, COUNT(*) AS customers,"
        + " SUM(CASE WHEN churn_evidence = 'measured' THEN 0 ELSE 1 END) AS assumed"
        + units("churn", CampaignSums.CHANCE, "chance")
        + units("churn * value_minor", CampaignSums.AMOUNT, "at_stake")
        + units("churn_half * churn_half", CampaignSums.CHANCE_SPREAD, "chance_spread")
        + units("value_minor * churn_half * churn_half", CampaignSums.AMOUNT, "mixed_spread")
        + units("value_minor * churn_half * value_minor * churn_half", 1, "value_spread")
        + units("churn * value_half * churn * value_half", 1, "loss_spread")
        + " FROM valued GROUP BY place, worthwhile";
  }

  /** The audience one by one, without an order. */
  public String targets() {
    String net = "(saved - @contact - to_stayers)";
    return valued
        + " SELECT customer_id, behavioural_segment, income_segment, value_band, risk_band,"
        + " churn, churn_evidence, value_minor, CAST(ROUND(saved) AS INT64) - @contact"
        + " - CAST(ROUND(to_stayers) AS INT64) AS expected_value_minor, "
        + "CAST(ROUND(%s - net_half) AS INT64) AS expected_value_lower_minor, ".formatted(net)
        + "CAST(ROUND(%s + net_half) AS INT64) AS expected_value_upper_minor, ".formatted(net)
        + "@contact + CAST(ROUND(churn * @success * @incentive) AS INT64)"
        + " + CAST(ROUND(to_stayers) AS INT64) AS expected_cost_minor FROM valued WHERE place = '"
        + AUDIENCE
        + "'";
  }

  private static String units(String term, double units, String name) {
    return ", SUM(CAST(ROUND(%s * %s) AS INT64)) AS %s".formatted(term, units, name);
  }

  private static String valued(String observed, String where) {
    return "WITH customers AS (SELECT p.customer_id, p.behavioural_segment, p.income_segment,"
        + " COALESCE(v.value_band, 'none') AS value_band, r.band AS risk_band, d.churn,"
        + " d.churn_evidence, v.expected_margin_minor AS value_minor,"
        + " (GREATEST(v.expected_margin_upper_minor, v.expected_margin_minor)"
        + " - LEAST(v.expected_margin_lower_minor, v.expected_margin_minor)) / 2 AS value_half, "
        + observed
        + ", "
        + place()
        + " FROM marts.customer_360_profile AS p LEFT JOIN ("
        + CHANCES
        + ") AS d ON d.customer_id = p.customer_id"
        + " LEFT JOIN marts.metric_customer_ltv AS v ON v.customer_id = p.customer_id"
        + " LEFT JOIN scores.customer_scores AS r"
        + " ON r.customer_id = p.customer_id AND r.model = 'churn'"
        + " LEFT JOIN scores.customer_scores AS a"
        + " ON a.customer_id = p.customer_id AND a.model = 'activation'"
        + where
        + "), widths AS (SELECT c.*, (GREATEST(churn, observed_upper)"
        + " - LEAST(churn, observed_lower)) / 2 AS churn_half,"
        + " churn * @success * (value_minor - @incentive) AS saved,"
        + " (1 - churn) * @stayer_incentive AS to_stayers FROM customers AS c),"
        + " valued AS (SELECT w.*, place = '"
        + AUDIENCE
        + "' AND COALESCE(saved - @contact - to_stayers > 0, FALSE) AS worthwhile,"
        + " SQRT(POW((@success * (value_minor - @incentive) + @stayer_incentive) * churn_half, 2)"
        + " + POW(churn * @success * value_half, 2)"
        + " + POW(churn * (value_minor - @incentive) * @success_half, 2)) AS net_half"
        + " FROM widths AS w)";
  }

  /** The first reason that applies. Who may need protection is protected. */
  private static String place() {
    return "CASE WHEN COALESCE(p.vulnerable_customer, TRUE) THEN '%s'"
            .formatted(LeftOutReason.PROTECTED.text())
        + " WHEN p.subscription_status = 'cancelled' THEN '%s'"
            .formatted(LeftOutReason.FORMER.text())
        + " WHEN NOT COALESCE(p.campaigns_allowed, FALSE) THEN '%s'"
            .formatted(LeftOutReason.NOT_ALLOWED.text())
        + " WHEN d.arm = 'holdout' THEN '%s'".formatted(LeftOutReason.HOLDOUT.text())
        + " WHEN d.churn IS NULL THEN '%s'".formatted(LeftOutReason.NO_CHANCE.text())
        + " WHEN v.expected_margin_minor IS NULL OR v.expected_margin_lower_minor IS NULL"
        + " OR v.expected_margin_upper_minor IS NULL THEN '%s'"
            .formatted(LeftOutReason.NO_VALUE.text())
        + " ELSE '%s' END AS place".formatted(AUDIENCE);
  }

  private String observed(ChurnIntervals intervals) {
    List<ChurnIntervals.Step> steps = intervals.steps();
    if (steps.isEmpty()) {
      parameters.put("uncertainty", intervals.uncertainty());
      return "GREATEST(0.0, d.churn * (1 - @uncertainty)) AS observed_lower,"
          + " LEAST(1.0, d.churn * (1 + @uncertainty)) AS observed_upper";
    }
    StringBuilder lower = new StringBuilder("CASE");
    StringBuilder upper = new StringBuilder("CASE");
    for (int i = 0; i < steps.size(); i++) {
      parameters.put("most_" + i, steps.get(i).most());
      parameters.put("lower_" + i, steps.get(i).observed().lower());
      parameters.put("upper_" + i, steps.get(i).observed().upper());
      lower.append(" WHEN d.churn <= @most_%1$d THEN @lower_%1$d".formatted(i));
      upper.append(" WHEN d.churn <= @most_%1$d THEN @upper_%1$d".formatted(i));
    }
    return lower + " END AS observed_lower, " + upper + " END AS observed_upper";
  }

  private String where(CampaignAudience audience) {
    List<String> conditions = new ArrayList<>();
    anyOf(conditions, "p.behavioural_segment", "segment", audience.behaviouralSegments());
    anyOf(conditions, "p.income_segment", "income", audience.incomeSegments());
    anyOf(conditions, "r.band", "risk", audience.riskBands());
    anyOf(conditions, "COALESCE(v.value_band, 'none')", "value", audience.valueBands());
    if (audience.churn() != null) {
      parameters.put("churn_low", audience.churn().min());
      parameters.put("churn_high", audience.churn().max());
      conditions.add("d.churn BETWEEN @churn_low AND @churn_high");
    }
    atLeast(conditions, "v.expected_margin_minor", "margin", audience.leastMarginMinor());
    atLeast(conditions, "a.score", "activation", audience.leastActivation());
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  private void anyOf(List<String> conditions, String column, String name, List<String> values) {
    if (!values.isEmpty()) {
      StringJoiner names = new StringJoiner(", ", column + " IN (", ")");
      for (int i = 0; i < values.size(); i++) {
        parameters.put(name + "_" + i, values.get(i));
        names.add("@" + name + "_" + i);
      }
      conditions.add(names.toString());
    }
  }

  private void atLeast(List<String> conditions, String column, String name, Number least) {
    if (least != null) {
      parameters.put(name, least);
      conditions.add(column + " >= @" + name);
    }
  }
}
