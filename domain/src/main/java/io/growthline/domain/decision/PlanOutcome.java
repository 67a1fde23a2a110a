package io.growthline.domain.decision;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What came of a plan, measured against who was held out. */
@Table(
    dataset = "scores",
    name = "plan_outcomes",
    grain = "one action of a plan, or all, in one of the three months after it",
    description =
        "What came of a plan of this platform, or of a campaign of the CRM, measured against who was held out. Everybody logged counts in the arm that was drawn, whatever was delivered. A month has a row once its 30 days have passed.",
    key = {"planned_by", "plan", "plan_day", "action", "month_number"},
    cluster = {"plan"})
public record PlanOutcome(
    @Column(
            value = "Whether a policy of this platform planned it, or a campaign of the CRM.",
            allowed = {"policy", "campaign"})
        String plannedBy,
    @Column("Name of the policy or campaign.") String plan,
    @Column("Day of the plan or of its contacts, UTC.") LocalDate planDay,
    @Column("The action; all for all actions of the plan.") String action,
    @Column(value = "Which month start on or after the day, from 1.", min = 1, max = 3)
        long monthNumber,
    @Column("That month start; retention is judged over 30 days from it.") LocalDate month,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column(value = "Customers who were to be contacted.", min = 0) long treated,
    @Column(value = "Customers who were held out.", min = 0) long heldOut,
    @Column(
            value =
                "Customers of both arms who were at risk of leaving at the newest month start on or before the day. Others count as well: who is not a customer in the month is not retained.",
            min = 0)
        long atRisk,
    @Column(
            value =
                "Share of those treated who were retained, weighted by 1 over their propensity.",
            unit = "share",
            nullable = true,
            min = 0,
            max = 1)
        Double retentionTreated,
    @Column(
            value =
                "Share of those held out who were retained, weighted by 1 over the chance of being held out.",
            unit = "share",
            nullable = true,
            min = 0,
            max = 1)
        Double retentionHeldOut,
    @Column(
            value = "retention_treated less retention_held_out; absent without both arms.",
            unit = "share",
            nullable = true,
            min = -1,
            max = 1)
        Double uplift,
    @Column(
            value = "Lower end of its 90 % interval (Newcombe 1998, method 10).",
            unit = "share",
            nullable = true,
            min = -1,
            max = 1)
        Double upliftLower,
    @Column(
            value = "Upper end of that interval.",
            unit = "share",
            nullable = true,
            min = -1,
            max = 1)
        Double upliftUpper,
    @Column(
            value =
                "What was expected: mean of those treated of the chance of leaving times the share kept; absent where not logged.",
            unit = "share",
            nullable = true,
            min = 0,
            max = 1)
        Double expectedUplift,
    @Column(
            value =
                "Cost of those treated: of a policy as expected when planned, of a campaign as paid; absent where not logged.",
            unit = "minor",
            nullable = true,
            min = 0)
        Long costMinor,
    @Column(
            value =
                "Customers treated times the difference of the mean value retained, by values known on the day; absent where values are unknown or an arm is too small.",
            unit = "minor",
            nullable = true)
        Long valueSavedMinor,
    @Column(value = "Lower end of its 90 % interval (Welch 1947).", unit = "minor", nullable = true)
        Long valueSavedLowerMinor,
    @Column(value = "Upper end of that interval.", unit = "minor", nullable = true)
        Long valueSavedUpperMinor,
    @Column(
            value = "What was expected of those treated; absent where not logged.",
            unit = "minor",
            nullable = true)
        Long expectedValueSavedMinor,
    @Column(value = "value_saved_minor less cost_minor.", unit = "minor", nullable = true)
        Long netMinor,
    @Column(value = "Lower end of its 90 % interval.", unit = "minor", nullable = true)
        Long netLowerMinor,
    @Column(value = "Upper end of that interval.", unit = "minor", nullable = true)
        Long netUpperMinor,
    @Column(value = "expected_value_saved_minor less cost_minor.", unit = "minor", nullable = true)
        Long expectedNetMinor,
    @Column(
            value = "net_minor over cost_minor; absent where nothing was spent.",
            unit = "ratio",
            nullable = true)
        Double returnOnCost,
    @Column(value = "Lower end of its 90 % interval.", unit = "ratio", nullable = true)
        Double returnLower,
    @Column(value = "Upper end of that interval.", unit = "ratio", nullable = true)
        Double returnUpper,
    @Column(
            value =
                "cost_minor over the customers kept, uplift times treated; absent unless the interval of the uplift is above 0.",
            unit = "minor",
            nullable = true,
            min = 0)
        Long costPerKeptMinor,
    @Column(value = "Lower end of its 90 % interval.", unit = "minor", nullable = true, min = 0)
        Long costPerKeptLowerMinor,
    @Column(value = "Upper end of that interval.", unit = "minor", nullable = true, min = 0)
        Long costPerKeptUpperMinor,
    @Column(
            value =
                "Chance of arms at least as far from the logged propensity (chi-square); absent when too few are expected in an arm.",
            unit = "share",
            nullable = true,
            min = 0,
            max = 1)
        Double sampleRatioP,
    @Column(
            value =
                "ok: the interval of the uplift excludes 0. inconclusive: it does not, or an arm is too small. invalid: the arms cannot be compared.",
            allowed = {"ok", "inconclusive", "invalid"})
        String verdict,
    @Column("Why.") String verdictReason) {}
