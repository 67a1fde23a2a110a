package io.growthline.domain.decision;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What a plan is expected to bring and cost. */
@Table(
    dataset = "scores",
    name = "plan_totals",
    grain = "one action and segment of the plan",
    description =
        "What the plan is expected to bring and cost, of those contacted: value saved less contact cost and incentive to stayers is the net, to the penny.",
    key = {"action", "segment"})
public record PlanTotal(
    @Column("The plan: policy and day.") String planId,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column("The action.") String action,
    @Column("Segment of the policy.") String segment,
    @Column(value = "Customers who are contacted.", min = 0) long customers,
    @Column(value = "Customers who were chosen and held out.", min = 0) long heldOut,
    @Column(
            value = "Of those contacted, how many are expected to stay without the action.",
            unit = "customers",
            min = 0)
        double baselineStayers,
    @Column(
            value = "Of those contacted, how many are expected to be kept by the action.",
            unit = "customers",
            min = 0)
        double kept,
    @Column(value = "Value not lost, less the incentive of those kept.", unit = "minor")
        long valueSavedMinor,
    @Column(value = "Cost of contacts.", unit = "minor", min = 0) long contactCostMinor,
    @Column(
            value = "Expected incentive to those who would have stayed anyway.",
            unit = "minor",
            min = 0)
        long stayerIncentiveMinor,
    @Column(
            value = "value_saved_minor less contact_cost_minor and stayer_incentive_minor.",
            unit = "minor")
        long netMinor,
    @Column(
            value = "What is paid in expectation, incentives of those kept included.",
            unit = "minor",
            min = 0)
        long expectedCostMinor) {}
