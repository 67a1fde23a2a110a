package io.growthline.domain.monitoring;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** How well the business does, by domain and overall. */
@Table(
    dataset = "monitoring",
    name = "business_health",
    grain = "one domain of the business, or overall",
    description = "How well the business does, by domain and overall, from 0 to 100.",
    key = {"domain"})
public record BusinessHealth(
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column("Domain of the business, or overall.") String domain,
    @Column(value = "Share of the domain in the overall score.", min = 0, max = 1) double weight,
    @Column(
            value = "Score; absent when less than half of the inputs, by weight, are there.",
            nullable = true,
            min = 0,
            max = 100)
        Double score,
    @Column(
            value = "What the score means; unknown without one.",
            allowed = {"excellent", "good", "fair", "poor", "critical", "unknown"})
        String status,
    @Column(value = "Share of the inputs, by weight, that are there.", min = 0, max = 1)
        double coverage,
    @Column(value = "Inputs with their scores.", nullable = true) String inputs,
    @Column(value = "Inputs that are missing, and so count neither way.", nullable = true)
        String missing) {}
