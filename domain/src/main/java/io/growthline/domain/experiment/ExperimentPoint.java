package io.growthline.domain.experiment;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** The effect of an arm as it was known on a day. */
@Table(
    dataset = "marts",
    name = "experiment_series",
    grain = "one experiment, metric, arm and day on which something was added",
    description =
        "The effects of an experiment as they were known on each day, to be drawn over time. Fixed intervals are those of one look: of many days, only the always-valid ones hold together.",
    key = {"experiment_id", "metric", "arm", "measured_on"})
public record ExperimentPoint(
    @Column("The experiment.") String experimentId,
    @Column("Name of the metric in the declaration.") String metric,
    @Column("Arm of the experiment.") String arm,
    @Column("Customers count whose days were over before this day, UTC.") LocalDate measuredOn,
    @Column(value = "Customers of the arm so far.", min = 0) long customers,
    @Column(value = "The same of the control.", min = 0) long controlCustomers,
    @Column(value = "Mean, share or ratio of the arm; absent without customers.", nullable = true)
        Double mean,
    @Column(value = "The same of the control.", nullable = true) Double controlMean,
    @Column(
            value =
                "Mean of the arm less that of the control; absent with fewer than two customers of each, or where nothing varies.",
            nullable = true)
        Double effect,
    @Column(value = "Lower end of the interval for one look.", nullable = true) Double lower,
    @Column(value = "Upper end.", nullable = true) Double upper,
    @Column(
            value =
                "Lower end of the interval that holds however often one looks; absent with fewer than 30 customers of each.",
            nullable = true)
        Double alwaysLower,
    @Column(value = "Upper end.", nullable = true) Double alwaysUpper) {}
