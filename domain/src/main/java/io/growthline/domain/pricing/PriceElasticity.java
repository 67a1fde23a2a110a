package io.growthline.domain.pricing;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** Own-price elasticity of offer acceptance. */
@Table(
    dataset = "marts",
    name = "price_elasticity",
    grain = "one segment",
    description = "Own-price elasticity of offer acceptance.",
    key = {"segment"})
public record PriceElasticity(
    @Column("Income band, or all.") String segment,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column("Offers that count.") long exposures,
    @Column("Different prices seen.") long prices,
    @Column(value = "Lowest price seen.", nullable = true, unit = "minor") Long minPriceMinor,
    @Column(value = "Highest price seen.", nullable = true, unit = "minor") Long maxPriceMinor,
    @Column(value = "Change of acceptance in percent for one percent of price.", nullable = true)
        Double elasticity,
    @Column(value = "Standard error.", nullable = true) Double standardError,
    @Column(value = "Lower end of the 90 % interval.", nullable = true) Double lower,
    @Column(value = "Upper end of the 90 % interval.", nullable = true) Double upper,
    @Column(
            value = "Whether the result can be used.",
            allowed = {"ok", "inconclusive", "invalid"})
        String verdict,
    @Column(value = "Why it cannot.", nullable = true) String verdictReason) {}
