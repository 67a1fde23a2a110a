package io.growthline.domain.decision;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What was decided on each as-of day. A rerun of a day replaces that day; others are kept. */
@Table(
    dataset = "scores",
    name = "action_log",
    grain = "one customer chosen by a policy on a day",
    description =
        "What was decided on each as-of day. A rerun of a day replaces that day; others are kept. Later days take cool-downs, contact caps and changes of the audience from it.",
    key = {"as_of", "policy", "customer_id"},
    cluster = {"customer_id"})
public record ActionLog(
    @Column("Day of the plan, UTC.") LocalDate asOf,
    @Column("Name of the policy.") String policy,
    @Column("The customer.") String customerId,
    @Column("The plan.") String planId,
    @Column("The action that was chosen.") String action,
    @Column("Who does it.") String owner,
    @Column("How the customer is reached.") String channel,
    @Column(
            value = "Whether the customer was to be contacted, or held out to measure the effect.",
            allowed = {"treated", "holdout"})
        String arm,
    @Column(
            value = "Chance that who is chosen was to be contacted.",
            unit = "share",
            min = 0,
            max = 1)
        double propensity,
    @Column(value = "What the action was expected to bring.", unit = "minor")
        long expectedValueMinor,
    @Column(
            value = "Chance of leaving without the action; absent where it was not logged.",
            unit = "share",
            nullable = true,
            min = 0,
            max = 1)
        Double churn,
    @Column(
            value =
                "Share of those who would leave that the action was to keep; absent where it was not logged.",
            unit = "share",
            nullable = true,
            min = 0,
            max = 1)
        Double success,
    @Column(
            value =
                "What was lost if the customer left, as known on the day; absent where it was not logged.",
            unit = "minor",
            nullable = true)
        Long valueMinor,
    @Column(
            value =
                "Contact cost and incentives to be paid in expectation; absent where it was not logged.",
            unit = "minor",
            nullable = true,
            min = 0)
        Long expectedCostMinor) {

  /** Whether the customer was to be contacted. */
  boolean isContact() {
    return arm.equals(Arm.TREATED.text());
  }
}
