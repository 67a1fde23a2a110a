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
    @Column(
            value =
                "Lower end of its interval; wrong by chance for at most 1 percent of scores, and of"
                    + " all features together.",
            nullable = true,
            min = 0)
        Double lower,
    @Column(value = "Upper end of its interval.", nullable = true, min = 0) Double upper,
    @Column("Rows of the reference.") long referenceRows,
    @Column("Rows compared.") long currentRows,
    @Column(
            value =
                "By the lower end: fail from 0.25, warn from 0.1; withheld when there are too few rows,"
                    + " or only the index itself is beyond 0.1; else pass.",
            allowedBy = CheckStatus.Any.class)
        String status) {}
