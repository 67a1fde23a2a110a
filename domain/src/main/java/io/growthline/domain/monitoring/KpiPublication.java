package io.growthline.domain.monitoring;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** The figures of complete periods as they were published last. */
@Table(
    dataset = "monitoring",
    name = "kpi_publications",
    grain = "one metric in one complete period",
    description =
        "The figures of complete periods as they were published last, with which the next"
            + " publication is compared.",
    key = {"metric", "grain", "period_start", "dimension", "dimension_value"})
public record KpiPublication(
    @Column("Name in the metric catalogue.") String metric,
    @Column("Length of the period.") String grain,
    @Column("First day of the period.") LocalDate periodStart,
    @Column("Dimension broken down by, or all.") String dimension,
    @Column("Value of the dimension, or all.") String dimensionValue,
    @Column(value = "Value in the unit of the metric.", nullable = true) Double value,
    @Column("The run that published it last.") String runId,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf) {}
