package io.growthline.domain.scoring;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** Calibrated scores, for helpful prioritisation only. */
@Table(
    dataset = "scores",
    name = "customer_scores",
    grain = "one customer and model",
    description = "Calibrated scores, for helpful prioritisation only.",
    key = {"customer_id", "model"},
    cluster = {"customer_id"})
public record CustomerScore(
    @Column("The customer.") String customerId,
    @Column(value = "Name of the model.", allowedBy = Models.Names.class) String model,
    @Column("Version in the model registry.") String modelVersion,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column(value = "Calibrated probability.", unit = "share", min = 0, max = 1) double score,
    @Column(
            value = "Band for display.",
            allowed = {"low", "medium", "high"})
        String band,
    @Column("Route to help, never target by price or incentive.") boolean vulnerableCustomer) {}
