package io.growthline.domain.decision;

import java.util.List;

/** The tables of a plan. */
public final class DecisionTables {
  /** Those made of one customer at a time. */
  public static final List<DecisionTable<?>> CUSTOMERS =
      List.of(
          new ActionPlans(), new ActionRejections(), new ChurnRuleScores(), new DecisionTraces());

  private DecisionTables() {}
}
