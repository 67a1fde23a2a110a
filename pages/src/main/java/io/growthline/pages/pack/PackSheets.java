package io.growthline.pages.pack;

import io.growthline.pages.Format;
import io.growthline.pages.grid.SqlRows;
import io.growthline.pages.section.DecisionWords;
import java.util.List;
import java.util.Map;

/** The parts of a decision pack that are tables, in order. */
final class PackSheets {
  private static final String EXPERIMENT =
      "FROM marts.experiment_results AS r JOIN marts.release_decisions AS d"
          + " ON d.experiment_id = r.experiment_id WHERE d.change_id = @change";

  static final PackSheet GATES =
      new PackSheet(
          "Gates",
          "What each gate says, with its evidence. What holds the change back comes first.",
          "marts.release_decision_gates",
          rows(
              "SELECT * FROM marts.release_decision_gates WHERE change_id = @change",
              DecisionWords.GATE_ORDER),
          List.of(
              column("gate", "Gate", Format.GATE),
              column("status", "Says", Format.TITLE),
              column("allows", "Allows", Format.TITLE),
              column("figure", "Figure", Format.DECIMAL_4),
              column("lower", "Lower", Format.DECIMAL_4),
              column("upper", "Upper", Format.DECIMAL_4),
              column("threshold", "Thresholds", Format.TEXT),
              column("reason", "Because", Format.SENTENCE),
              column("evidence_table", "Evidence", Format.CODE),
              column("evidence_key", "Row", Format.TEXT)),
          "The change has no gates.");

  static final PackSheet IMPACT =
      new PackSheet(
          "Impact",
          "What the experiment changed, over all customers in it. A share of 0.01 is 1 point.",
          "marts.experiment_results",
          rows(
              "SELECT r.metric, r.role, r.control_customers, r.customers, r.control_mean, r.mean,"
                  + " COALESCE(r.adjusted_effect, r.effect) AS effect,"
                  + " COALESCE(r.adjusted_lower, r.lower) AS lower,"
                  + " COALESCE(r.adjusted_upper, r.upper) AS upper, r.verdict, r.verdict_reason, r.arm "
                  + EXPERIMENT
                  + " AND r.dimension = 'all'",
              "arm, CASE role WHEN 'primary' THEN 1 WHEN 'secondary' THEN 2 ELSE 3 END, metric"),
          List.of(
              column("metric", "Metric", Format.TITLE),
              column("role", "Decides", Format.TITLE),
              column("control_customers", "Without", Format.COUNT),
              column("customers", "With", Format.COUNT),
              column("control_mean", "Mean without", Format.DECIMAL_4),
              column("mean", "Mean with", Format.DECIMAL_4),
              column("effect", "Effect", Format.DECIMAL_4),
              column("lower", "Lower", Format.DECIMAL_4),
              column("upper", "Upper", Format.DECIMAL_4),
              column("verdict", "Verdict", Format.TITLE),
              column("verdict_reason", "Because", Format.SENTENCE)),
          "No experiment measures the change, or nobody was exposed to it.");

  static final PackSheet GROUPS =
      new PackSheet(
          "Effects by group",
          "What the experiment changed for each group on the primary metric. A gap widens where"
              + " those who fare better gain more.",
          "marts.experiment_results",
          rows(
              "SELECT r.dimension, r.value, r.control_customers, r.customers, r.control_mean,"
                  + " r.effect, r.lower, r.upper, r.verdict, r.verdict_reason "
                  + EXPERIMENT
                  + " AND r.role = 'primary' AND r.dimension <> 'all'",
              "dimension, value"),
          List.of(
              column("dimension", "Group by", Format.TITLE),
              column("value", "Group", Format.TITLE),
              column("control_customers", "Without", Format.COUNT),
              column("customers", "With", Format.COUNT),
              column("control_mean", "Mean without", Format.DECIMAL_4),
              column("effect", "Effect", Format.DECIMAL_4),
              column("lower", "Lower", Format.DECIMAL_4),
              column("upper", "Upper", Format.DECIMAL_4),
              column("verdict", "Verdict", Format.TITLE),
              column("verdict_reason", "Because", Format.SENTENCE)),
          "No experiment measures the change by group.");

  static final PackSheet GAPS =
      new PackSheet(
          "Fairness gaps",
          "How far groups of customers are apart today, whatever the change does.",
          "marts.outcome_gaps",
          rows(
              "SELECT outcome, dimension, higher_group, lower_group, gap, lower, upper, size, verdict,"
                  + " verdict_reason FROM marts.outcome_gaps",
              "gap DESC NULLS LAST, outcome, dimension"),
          List.of(
              column("dimension", "Segment", Format.TITLE),
              column("outcome", "Outcome", Format.TITLE),
              column("gap", "Gap", Format.PERCENT),
              column("lower", "Lower", Format.PERCENT),
              column("upper", "Upper", Format.PERCENT),
              column("higher_group", "Higher group", Format.TITLE),
              column("lower_group", "Lower group", Format.TITLE),
              column("verdict", "Verdict", Format.TITLE),
              column("verdict_reason", "Because", Format.SENTENCE)),
          "No outcome of groups is published.");

  static final PackSheet FUNNEL =
      new PackSheet(
          "Onboarding funnel",
          "Applicants of months that are over who reached each step within 30 days.",
          "marts.onboarding_funnel",
          rows(
              "SELECT step_number, step, SUM(customers_reaching) AS customers"
                  + " FROM marts.onboarding_funnel WHERE dimension = 'all' AND is_mature"
                  + " GROUP BY step_number, step",
              "step_number"),
          List.of(
              column("step_number", "Number", Format.COUNT),
              column("step", "Step", Format.TITLE),
              column("customers", "Applicants", Format.COUNT)),
          "No month of applicants is 30 days old yet.");

  static final PackSheet ABANDONMENT =
      new PackSheet(
          "Abandonment",
          "Where applicants are lost, by how sure they feel in an app.",
          "marts.inclusion_funnel",
          rows(
              "SELECT digital_confidence, step_number, step, customers_entering, customers_reaching,"
                  + " abandonment_rate, lower, upper FROM marts.inclusion_funnel"
                  + " WHERE needs_assisted = 'all'",
              "digital_confidence, step_number"),
          List.of(
              column("digital_confidence", "Digital confidence", Format.TITLE),
              column("step", "Step", Format.TITLE),
              column("customers_entering", "Entering", Format.COUNT),
              column("customers_reaching", "Reaching", Format.COUNT),
              column("abandonment_rate", "Abandoned", Format.PERCENT),
              column("lower", "Lower", Format.PERCENT),
              column("upper", "Upper", Format.PERCENT)),
          "No steps by digital confidence are published.");

  static final PackSheet FAIR_VALUES =
      new PackSheet(
          "Fair-value pricing",
          "Whether offers are fair: complaints, support and reviews against their limits.",
          "marts.offer_fair_values",
          rows("SELECT * FROM marts.offer_fair_values", "offer_id"),
          List.of(
              column("offer_id", "Offer", Format.TITLE),
              column("exposures", "Shown", Format.COUNT),
              column("complaint_rate", "Complaints", Format.PERCENT),
              column("support_rate", "Support", Format.PERCENT),
              column("review_rate", "Reviews", Format.PERCENT),
              column("fair_value", "Fair value", Format.DECIMAL_3),
              column("lower", "Lower", Format.DECIMAL_3),
              column("upper", "Upper", Format.DECIMAL_3),
              column("action", "Action", Format.TITLE),
              column("downgraded", "Overrules demand", Format.TEXT),
              column("reason", "Because", Format.SENTENCE)),
          "No offer was shown.");

  static final PackSheet PROTECTION =
      new PackSheet(
          "Protection",
          "How often customers would be supported before a transfer. Nothing is blocked.",
          "marts.protection_actions",
          rows(
              "SELECT month, action, transfers, vulnerable_transfers, customers, share, lower, upper"
                  + " FROM marts.protection_actions",
              "month DESC, action"),
          List.of(
              column("month", "Month", Format.MONTH),
              column("action", "Intervention", Format.TITLE),
              column("transfers", "Transfers", Format.COUNT),
              column("vulnerable_transfers", "Of vulnerable", Format.COUNT),
              column("share", "Share of customers", Format.PERCENT),
              column("lower", "Lower", Format.PERCENT),
              column("upper", "Upper", Format.PERCENT)),
          "No transfer was checked.");

  static final List<PackSheet> ALL =
      List.of(GATES, IMPACT, GROUPS, GAPS, FUNNEL, ABANDONMENT, FAIR_VALUES, PROTECTION);

  private PackSheets() {}

  private static SqlRows rows(String select, String order) {
    return new SqlRows(select, order, Map.of());
  }

  private static PackColumn column(String key, String title, Format format) {
    return new PackColumn(key, title, format);
  }
}
