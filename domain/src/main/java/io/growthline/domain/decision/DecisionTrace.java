package io.growthline.domain.decision;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** How a decision came about, and what would have changed it. */
@Table(
    dataset = "scores",
    name = "decision_traces",
    grain = "one decision on a customer",
    description =
        "How each decision of the plan came about, and the smallest change that would have changed it. Holds each customer with a chance of leaving once.",
    key = {"trace_id"},
    cluster = {"entity_id"})
public record DecisionTrace(
    @Column(
            "SHA-256 of kind and identifier of the entity, decision, rule, policy with version and day: the same decision has the same trace.")
        String traceId,
    @Column(
            value = "What was decided on.",
            allowed = {"customer"})
        String entityType,
    @Column("Identifier of the customer.") String entityId,
    @Column("The plan: policy and day.") String planId,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column(
            value = "What was decided: to contact, to hold out to measure the effect, or nothing.",
            allowed = {"contact", "hold_out", "nothing"})
        String decision,
    @Column(value = "The action chosen, or else the best considered.", nullable = true)
        String action,
    @Column("What decided: chosen, or the first reason against, and the rule or limit behind it.")
        String rule,
    @Column("Version of the policy.") String policyVersion,
    @Column(
            value = "What gave the chance of leaving.",
            allowed = {"churn", "churn_rules"})
        String model,
    @Column("Its version.") String modelVersion,
    @Column("What was seen, as JSON whose members stand in a fixed order.") String seen,
    @Column(
            value =
                "What would have to change: churn and value_minor by the least that makes the decision another, days to wait, a condition that is no number, or the room that others leave of a limit.",
            allowed = {"churn", "value_minor", "days", "condition", "limit"})
        String change,
    @Column(value = "What it was; absent where it is no number.", nullable = true)
        Double changeFrom,
    @Column(value = "What it would have to be; absent where it is no number.", nullable = true)
        Double changeTo,
    @Column("The same in words.") String counterfactual,
    @Column(
            value =
                "Expected value of the action: brought by a contact, forgone otherwise; absent without an action.",
            nullable = true,
            unit = "minor")
        Long impactMinor,
    @Column(
            value = "What the action would use of shared limits, at their prices.",
            unit = "minor",
            min = 0)
        double priceMinor,
    @Column(
            value =
                "Chance that the decision is right as to expected value, by its interval, taken as normal: above 0 for who was chosen, not above 0 or not above the price for who was not. 1 where a rule decided; absent where the chance of leaving lies outside a range.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double confidence) {}
