package io.growthline.domain.decision;

import java.util.List;

/** Rows of {@code scores.action_plan}. */
final class ActionPlans implements DecisionTable<ActionPlan> {
  @Override
  public Class<ActionPlan> table() {
    return ActionPlan.class;
  }

  @Override
  public List<ActionPlan> rows(Plan plan, DecisionInput customer, Choice choice) {
    if (!choice.chosen()) {
      return List.of();
    }
    Action action = choice.action();
    ExpectedValue value = choice.value();
    Considered considered = choice.customer();
    return List.of(
        new ActionPlan(
            customer.customerId(),
            plan.id(),
            plan.asOf(),
            plan.policy().name(),
            action.name(),
            action.kind().text(),
            action.owner(),
            action.channel(),
            considered.arm().text(),
            plan.policy().propensity(),
            choice.priority(),
            considered.segment(),
            considered.valueBand(),
            customer.profile().vulnerableCustomer(),
            considered.p().value(),
            customer.churnEvidence(),
            1 - considered.p().value(),
            (long) considered.lost().value(),
            action.success().value(),
            action.evidence(),
            value.kept(),
            value.valueSavedMinor(),
            value.contactCostMinor(),
            value.stayerIncentiveMinor(),
            value.netMinor(),
            value.lowerMinor(),
            value.upperMinor(),
            value.costMinor()));
  }
}
