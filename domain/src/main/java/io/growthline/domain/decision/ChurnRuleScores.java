package io.growthline.domain.decision;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Rows of {@code scores.churn_rule_scores}. */
final class ChurnRuleScores implements DecisionTable<ChurnRuleScore> {
  @Override
  public Class<ChurnRuleScore> table() {
    return ChurnRuleScore.class;
  }

  @Override
  public List<ChurnRuleScore> rows(Plan plan, DecisionInput customer, Choice choice) {
    ChurnRules rules = plan.rules().churnRules();
    ChurnRules.Score score = rules.score(customer);
    return List.of(
        new ChurnRuleScore(
            customer.customerId(),
            plan.asOf(),
            rules.version(),
            score.score(),
            score.band(),
            score.fired().size(),
            reasons(customer, score),
            customer.modelBand() == null ? null : customer.churn(),
            customer.modelBand()));
  }

  private static String reasons(DecisionInput customer, ChurnRules.Score score) {
    ArrayNode reasons = SeenValues.array();
    for (ChurnRules.Fired fired : score.fired()) {
      ObjectNode reason = reasons.addObject();
      reason.put("rule", fired.rule());
      reason.put("weight", fired.weight());
      SeenValues.add(reason.putObject("values"), customer, fired.columns());
    }
    return reasons.toString();
  }
}
