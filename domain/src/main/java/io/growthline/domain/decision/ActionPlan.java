package io.growthline.domain.decision;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What is to be done for whom. */
@Table(
    dataset = "scores",
    name = "action_plan",
    grain = "one customer chosen by the plan",
    description =
        "What is to be done for whom, or is held out to measure the effect. For helpful prioritisation only, never for credit, eligibility or punishment.",
    key = {"customer_id"},
    cluster = {"owner", "action"})
public record ActionPlan(
    @Column("The customer.") String customerId,
    @Column("The plan: policy and day.") String planId,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column("Name of the policy.") String policy,
    @Column("The action that was chosen.") String action,
    @Column(
            value = "What it does to the customer.",
            allowed = {"help", "offer", "incentive"})
        String kind,
    @Column("Who does it.") String owner,
    @Column("How the customer is reached.") String channel,
    @Column(
            value = "Whether the customer is contacted, or held out to measure the effect.",
            allowed = {"treated", "holdout"})
        String arm,
    @Column(
            value = "Chance that who is chosen is contacted: 1 less the share held out.",
            unit = "share",
            min = 0,
            max = 1)
        double propensity,
    @Column(
            value =
                "Place in the list of the owner, from 1, by expected value; absent for who is held out.",
            nullable = true,
            min = 1)
        Long priority,
    @Column(value = "Segment of the policy; unknown where its column is absent.") String segment,
    @Column(
            value = "Band of expected margin.",
            allowed = {"high", "medium", "low", "none"})
        String valueBand,
    @Column("Whether the customer needs protection; then the action is help.")
        boolean vulnerableCustomer,
    @Column(value = "Chance of leaving without the action.", unit = "share", min = 0, max = 1)
        double churn,
    @Column(
            value = "Whether a model measured it, or rules assume it.",
            allowed = {"measured", "assumed"})
        String churnEvidence,
    @Column(value = "Chance of staying without the action.", unit = "share", min = 0, max = 1)
        double baselineRetention,
    @Column(value = "What is lost when the customer leaves: the expected margin.", unit = "minor")
        long valueMinor,
    @Column(
            value = "Share of those who would leave that the action keeps.",
            unit = "share",
            min = 0,
            max = 1)
        double success,
    @Column(
            value = "Whether that share was measured or is assumed.",
            allowed = {"measured", "assumed"})
        String successEvidence,
    @Column(
            value = "Chance that the customer would leave and is kept.",
            unit = "share",
            min = 0,
            max = 1)
        double kept,
    @Column(value = "Value not lost, less the incentive of those kept.", unit = "minor")
        long valueSavedMinor,
    @Column(value = "Cost of the contact.", unit = "minor", min = 0) long contactCostMinor,
    @Column(
            value = "Expected incentive to those who would have stayed anyway.",
            unit = "minor",
            min = 0)
        long stayerIncentiveMinor,
    @Column(
            value = "value_saved_minor less contact_cost_minor and stayer_incentive_minor.",
            unit = "minor")
        long expectedValueMinor,
    @Column(value = "Lower end of its 90 % interval.", unit = "minor") long expectedValueLowerMinor,
    @Column(value = "Upper end of that interval.", unit = "minor") long expectedValueUpperMinor,
    @Column(
            value = "What is paid in expectation, incentives of those kept included.",
            unit = "minor",
            min = 0)
        long expectedCostMinor) {}
