package io.growthline.domain.decision;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What contacting everybody above a chance of leaving would bring. */
@Table(
    dataset = "scores",
    name = "profit_curve",
    grain = "one threshold of the chance of leaving",
    description =
        "What contacting everybody whose chance of leaving is not below a threshold would bring, each by the action of most expected value, without shared limits.",
    key = {"threshold"})
public record ProfitCurvePoint(
    @Column("The plan: policy and day.") String planId,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column(value = "Lowest chance of leaving.", unit = "share", min = 0, max = 1) double threshold,
    @Column(value = "Customers at or above it whom an action fits.", min = 0) long customers,
    @Column(value = "What would be lost if all of them left.", unit = "minor")
        long contactedValueMinor,
    @Column(value = "What contacting them is expected to cost.", unit = "minor", min = 0)
        long expectedCostMinor,
    @Column(value = "What it is expected to bring.", unit = "minor") long netMinor,
    @Column(value = "What those below the next higher threshold add.", unit = "minor")
        long marginalNetMinor,
    @Column(value = "Net over cost; absent without cost.", nullable = true, unit = "ratio")
        Double returnOnCost,
    @Column("Whether no threshold brings more; the highest of equals.") boolean isOptimum) {}
