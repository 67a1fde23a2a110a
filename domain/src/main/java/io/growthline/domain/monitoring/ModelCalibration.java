package io.growthline.domain.monitoring;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import io.growthline.domain.scoring.Models;
import java.time.LocalDate;

/** Predicted against observed on the hold-out. */
@Table(
    dataset = "monitoring",
    name = "model_calibration",
    grain = "one bin of predicted probability of one model",
    description = "Predicted against observed on the hold-out.",
    key = {"model", "bin"})
public record ModelCalibration(
    @Column(value = "Name of the model.", allowedBy = Models.Names.class) String model,
    @Column("Version in the model registry.") String modelVersion,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column(value = "Decile of predicted probability, from 1.", min = 1, max = 10) long bin,
    @Column("Rows in the bin.") long rowCount,
    @Column(value = "Mean prediction.", unit = "share", min = 0, max = 1) double meanPredicted,
    @Column(value = "Share that happened.", unit = "share", min = 0, max = 1)
        double observedRate) {}
