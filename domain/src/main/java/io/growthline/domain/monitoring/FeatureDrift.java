package io.growthline.domain.monitoring;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import io.growthline.domain.scoring.Models;
import java.time.LocalDate;

/** Population stability index against the reference frozen with the model. */
@Table(
    dataset = "monitoring",
    name = "feature_drift",
    grain = "one feature or score of one model",
    description = "Population stability index against the reference frozen with the model.",
    key = {"model", "feature"})
public record FeatureDrift(
    @Column(value = "Name of the model.", allowedBy = Models.Names.class) String model,
    @Column("Version in the model registry.") String modelVersion,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column("Feature, or score.") String feature,
    @Column(
            value = "Population stability index; absent below 100 rows of either side.",
            nullable = true,
            min = 0)
        Double psi,
    @Column("Rows of the reference.") long referenceRows,
    @Column("Rows compared.") long currentRows,
    @Column(
            value =
                "pass below 0.1, warn below 0.25, else fail; withheld when there are too few rows.",
            allowedBy = CheckStatus.Any.class)
        String status) {}
