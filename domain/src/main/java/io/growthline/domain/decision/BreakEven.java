package io.growthline.domain.decision;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** From where on an action pays. */
@Table(
    dataset = "scores",
    name = "break_even",
    grain = "one action and band of value",
    description =
        "From which chance of leaving, or share of success, an action brings more than it costs, at the mean value of customers whom it fits.",
    key = {"action", "value_band"})
public record BreakEven(
    @Column("The plan: policy and day.") String planId,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column("The action.") String action,
    @Column(
            value = "Band of expected margin.",
            allowed = {"high", "medium", "low", "none"})
        String valueBand,
    @Column(value = "Customers who could have the action.", min = 1) long customers,
    @Column(value = "Mean of what is lost when they leave.", unit = "minor") double meanValueMinor,
    @Column(value = "Mean chance of leaving.", unit = "share", min = 0, max = 1) double meanChurn,
    @Column(
            value =
                "Chance of leaving at which the expected value is 0; absent when no chance is high enough.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double churnAtZero,
    @Column(
            value =
                "Share of success at which it is 0 for the mean chance; absent when no share is high enough.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double successAtZero,
    @Column(value = "Share of success that the plan takes.", unit = "share", min = 0, max = 1)
        double success) {}
