package io.growthline.pages;

import java.util.List;

/** Statements for traces, recommendations and the agreement of rules with the model. */
final class DecisionRows {
  private DecisionRows() {}

  static List<String> all() {
    return List.of(traces(), recommendations(), agreement());
  }

  private static String traces() {
    return "INSERT INTO scores.decision_traces SELECT sha256(id), 'customer', id,"
        + " 'retention-2026-01-01', DATE '2026-01-01', decision, action, rule, '7', model,"
        + " '2026-01-01-0a1b2c3d', seen, change, was, is_to_be, words, impact, price, sure FROM (VALUES"
        + " ('c000001', 'contact', 'retention_call', 'chosen: retention_call', 'churn',"
        + " '{\"churn\":0.5,\"churn_evidence\":\"measured\",\"value_minor\":6400,\"take_up\":0.25,"
        + "\"columns\":{\"open_complaints\":2,\"push_opt_in\":true,\"nps_tier\":null,"
        + "\"spend_minor_90d\":1250,\"recency_status\":\"inactive_30_60\"}}', 'value_minor', 6400,"
        + " 5400, 'At this value or less retention_call does not pay.', 140, 0, 0.75),"
        + " ('c000003', 'hold_out', 'loyalty_offer', 'chosen: loyalty_offer', 'churn',"
        + " '{\"churn\":0.5}', 'churn', 0.5, 0.10363, 'At this chance of leaving loyalty_offer does"
        + " not pay.', 1035, 0, 0.99),"
        + " ('c000005', 'nothing', 'retention_call', 'capacity: owner retention', 'churn',"
        + " '{\"churn\":0.5,\"contacts\":{\"retention_call\":12}}', 'limit', NULL, NULL, 'More would"
        + " have to be left of the limit owner retention.', 120, 130.4, 0.52),"
        + " ('c000006', 'nothing', NULL, 'no_value', 'churn_rules', '{\"churn\":0.3}', 'condition',"
        + " NULL, NULL, 'The expected margin would have to be known.', NULL, 0, 1),"
        + " ('c000008', 'nothing', 'loyalty_offer', 'no_positive_value', 'churn', '{\"churn\":0.02}',"
        + " 'churn', 0.02, 0.10363, 'At this chance of leaving loyalty_offer pays.', -381, 0, 1),"
        + " ('c000009', 'nothing', 'loyalty_offer', 'outside_probability_range', 'churn',"
        + " '{\"churn\":0.01}', 'churn', 0.01, 0.02, 'At this chance of leaving an action that fits is"
        + " within its range.', -400, 0, NULL))"
        + " t(id, decision, action, rule, model, seen, change, was, is_to_be, words, impact, price,"
        + " sure)";
  }

  private static String recommendations() {
    return "INSERT INTO scores.recommendations SELECT name, DATE '2026-01-01', '1', what, owner, why,"
        + " customers, 500, customers, stake, 40000, severity, impact, sure, effort, priority, band"
        + " FROM (VALUES"
        + " ('listen', 'Ask detractors what they miss.', 'crm', 'The newest answer is 6 or less.', 70,"
        + " 8000, 2, 0.4, 0.5, 1, 0.2, 'medium'),"
        + " ('repair', 'Retry failed payments.', 'payments', 'A payment failed.', 30, 20000, 3, 1.5,"
        + " 0.8, 2, 0.6, 'high'),"
        + " ('steps', 'Make the first steps easier.', 'onboarding', 'No purchase yet.', 0, 0, 2, 0,"
        + " 0.6, 3, 0, 'none'))"
        + " t(name, what, owner, why, customers, stake, severity, impact, sure, effort, priority, band)";
  }

  private static String agreement() {
    return "INSERT INTO scores.churn_rule_agreement VALUES"
        + " ('low', DATE '2026-01-01', '1', 100, 1, 2, 17, 80, 0.1, NULL),"
        + " ('medium', DATE '2026-01-01', '1', 20, 1, 3, 6, 10, 0.3, 0.7),"
        + " ('high', DATE '2026-01-01', '1', 10, 2, 3, 4, 1, 0.5, 0.85)";
  }
}
