package io.growthline.domain.metric;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** Values of the metrics that the catalogue defines. */
@Table(
    dataset = "marts",
    name = "kpi_values",
    grain = "one metric in one period",
    description = "Values of the metrics that the catalogue defines.",
    key = {"metric", "grain", "period_start", "dimension", "dimension_value"},
    partition = "period_start")
public record KpiValue(
    @Column("Name in the metric catalogue.") String metric,
    @Column(
            value = "Length of the period.",
            allowed = {"week", "month", "quarter"})
        String grain,
    @Column("First day of the period; weeks begin on Monday.") LocalDate periodStart,
    @Column("Dimension broken down by, or all.") String dimension,
    @Column("Value of the dimension, or all.") String dimensionValue,
    @Column(
            value =
                "Value in the unit of the metric; absent when the denominator is 0, an input is absent, amounts of other currencies have no rate, or it is withheld.",
            nullable = true)
        Double value,
    @Column(
            value =
                "Numerator of a ratio, or a sum itself; absent for a derived metric and where amounts have no rate.",
            nullable = true)
        Double numerator,
    @Column(value = "Denominator of a ratio.", nullable = true) Double denominator,
    @Column("Unit of the value.") String unit,
    @Column("Whether the period had ended.") boolean isComplete,
    @Column(
            value =
                "Rows of the period that the numerator leaves out because they name no customer; absent for a derived metric.",
            nullable = true,
            min = 0)
        Long rowsLeftOut,
    @Column(value = "Why no data can give the value; absent when they can.", nullable = true)
        String withheldBecause) {}
