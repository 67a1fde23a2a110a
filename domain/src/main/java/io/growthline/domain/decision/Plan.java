package io.growthline.domain.decision;

import java.time.LocalDate;

/**
 * A plan.
 *
 * @param asOf everything known before this day is reflected
 * @param previous day of the newest earlier plan of the policy; null for none
 */
public record Plan(DecisionRules rules, LocalDate asOf, LocalDate previous) {
  /** Policy and day. */
  public String id() {
    return policy().name() + "-" + asOf;
  }

  public Policy policy() {
    return rules.policy();
  }
}
