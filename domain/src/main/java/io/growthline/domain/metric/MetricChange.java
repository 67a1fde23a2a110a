package io.growthline.domain.metric;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** Why metrics moved between their last two complete periods, by dimension. */
@Table(
    dataset = "marts",
    name = "metric_changes",
    grain = "one group of a dimension, of one metric",
    description =
        "Why metrics moved between their last two complete periods: what each group of a dimension"
            + " adds to the change.",
    key = {"metric", "grain", "dimension", "dimension_value"})
public record MetricChange(
    @Column("Name in the metric catalogue.") String metric,
    @Column("Length of the period.") String grain,
    @Column("First day of the newest complete period.") LocalDate periodStart,
    @Column("First day of the period before.") LocalDate previousPeriodStart,
    @Column("Dimension broken down by.") String dimension,
    @Column("Value of the dimension: the group.") String dimensionValue,
    @Column(
            value = "What the metric is: a sum, or a ratio of sums.",
            allowed = {"sum", "ratio"})
        String kind,
    @Column(value = "Value of the group in the period before.", nullable = true)
        Double previousValue,
    @Column(value = "Value of the group.", nullable = true) Double value,
    @Column(
            value = "Share of the group in the denominator of a ratio, in the period before.",
            nullable = true,
            unit = "share")
        Double previousShare,
    @Column(
            value = "Share of the group in the denominator of a ratio.",
            nullable = true,
            unit = "share")
        Double share,
    @Column(
            value =
                "What the group adds to the change because its share in the denominator changed; all"
                    + " that a group adds which has no denominator in one of the periods.",
            nullable = true)
        Double mixEffect,
    @Column(
            value = "What the group adds to the change because its own ratio changed.",
            nullable = true)
        Double rateEffect,
    @Column(
            value = "What the group adds to the change in all; absent unless adds_up.",
            nullable = true)
        Double effect,
    @Column("Change of the metric over all customers.") double totalChange,
    @Column("Whether the groups of the dimension add up to all customers in both periods.")
        boolean addsUp) {}
