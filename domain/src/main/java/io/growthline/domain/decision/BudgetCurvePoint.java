package io.growthline.domain.decision;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What a plan would bring with another budget. */
@Table(
    dataset = "scores",
    name = "budget_curve",
    grain = "one budget",
    description =
        "What the plan would bring with another budget, within all other limits: the bound of the Lagrangian dual on cells of alike customers.",
    key = {"budget_minor"})
public record BudgetCurvePoint(
    @Column("The plan: policy and day.") String planId,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column(value = "The budget.", unit = "minor", min = 0) long budgetMinor,
    @Column("Whether it is the budget of the policy.") boolean isPolicy,
    @Column(value = "What the best plan would bring.", unit = "minor") long netMinor,
    @Column(
            value =
                "What one more minor unit would bring while shares of the budget stay as they are; 0 where the budget does not bind.",
            unit = "ratio",
            min = 0)
        double shadowPrice) {}
