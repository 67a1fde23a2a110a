package io.growthline.domain.monitoring;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** Metrics in their newest complete period, against their targets. */
@Table(
    dataset = "monitoring",
    name = "metric_health",
    grain = "one metric of the catalogue",
    description = "Metrics in their newest complete period, against their targets.",
    key = {"metric"})
public record MetricHealth(
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column("Name in the metric catalogue.") String metric,
    @Column("Team that answers for it.") String owner,
    @Column("Length of the period.") String grain,
    @Column(value = "First day of the newest complete period.", nullable = true)
        LocalDate periodStart,
    @Column(value = "Value over all customers.", nullable = true) Double value,
    @Column("Unit of the value.") String unit,
    @Column(value = "What the value should be; absent without a target.", nullable = true)
        String target,
    @Column(
            value =
                "Result: ok, warn or bad against the target, no_target, unmapped when the data lack"
                    + " its sources, withheld when there is no value.",
            allowed = {"ok", "warn", "bad", "no_target", "unmapped", "withheld"})
        String status,
    @Column(value = "Why there is no value or no target; absent with both.", nullable = true)
        String because,
    @Column(value = "Value of the period before.", nullable = true) Double previousValue,
    @Column(value = "Value less that of the period before.", nullable = true) Double change) {}
