package io.growthline.domain.monitoring;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;
import java.time.LocalDate;

/** Figures of complete periods that a run published differently from the run before. */
@Table(
    dataset = "monitoring",
    name = "restatements",
    grain = "one figure that one run changed",
    description =
        "Figures of complete periods that a run published differently from the run before, kept"
            + " over runs.",
    key = {"run_id", "metric", "grain", "period_start", "dimension", "dimension_value"})
public record Restatement(
    @Column("The run that changed the figure.") String runId,
    @Column("Everything known before this day, UTC, is reflected now.") LocalDate asOf,
    @Column("The run that had published it before.") String previousRunId,
    @Column("Everything known before this day, UTC, was reflected then.") LocalDate previousAsOf,
    @Column("Name in the metric catalogue.") String metric,
    @Column("Length of the period.") String grain,
    @Column("First day of the period.") LocalDate periodStart,
    @Column("Dimension broken down by, or all.") String dimension,
    @Column("Value of the dimension, or all.") String dimensionValue,
    @Column(value = "Value published before; absent when there was none.", nullable = true)
        Double publishedBefore,
    @Column(value = "Value published now; absent when there is none.", nullable = true)
        Double publishedNow,
    @Column(value = "Now less before; absent when either is.", nullable = true) Double difference,
    @Column(
            value =
                "Rows of the period in the metric's raw tables that were ingested on the previous"
                    + " as-of day or later. 0 means that rows of other periods, rows delivered with"
                    + " an earlier ingested_at, or another definition changed the figure.",
            min = 0)
        long lateRows,
    @Column(value = "When the first of these rows occurred, UTC.", nullable = true)
        Instant firstOccurredAt,
    @Column(value = "When the last of these rows occurred, UTC.", nullable = true)
        Instant lastOccurredAt,
    @Column(
            value = "These rows by raw table, like raw.payments 3, raw.sessions 1.",
            nullable = true)
        String lateRowsByTable) {}
