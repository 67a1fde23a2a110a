package io.growthline.domain.pricing;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** Scenario analysis of plan price and incentive; never a decision by itself. */
@Table(
    dataset = "marts",
    name = "pricing_scenarios",
    grain = "one scenario for one segment",
    description = "Scenario analysis of plan price and incentive; never a decision by itself.",
    key = {"segment", "price_minor", "incentive_minor"})
public record PricingScenario(
    @Column("Income band, or all.") String segment,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column(value = "Monthly price.", unit = "minor") long priceMinor,
    @Column(value = "One-off incentive.", unit = "minor") long incentiveMinor,
    @Column("Customers the scenario addresses.") long audience,
    @Column("Customers left out to protect them.") long excludedVulnerable,
    @Column(value = "Expected acceptance.", nullable = true, unit = "share", min = 0, max = 1)
        Double conversion,
    @Column(
            value = "Lower end of the 90 % interval.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double conversionLower,
    @Column(
            value = "Upper end of the 90 % interval.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double conversionUpper,
    @Column(value = "Expected revenue of twelve months.", nullable = true, unit = "minor")
        Double revenueMinor,
    @Column(value = "Lower end of the 90 % interval.", nullable = true, unit = "minor")
        Double revenueLowerMinor,
    @Column(value = "Upper end of the 90 % interval.", nullable = true, unit = "minor")
        Double revenueUpperMinor,
    @Column(
            value = "Expected margin of twelve months after incentive.",
            nullable = true,
            unit = "minor")
        Double marginMinor,
    @Column(value = "Lower end of the 90 % interval.", nullable = true, unit = "minor")
        Double marginLowerMinor,
    @Column(value = "Upper end of the 90 % interval.", nullable = true, unit = "minor")
        Double marginUpperMinor,
    @Column(value = "Expected churn in 30 days.", nullable = true, unit = "share", min = 0, max = 1)
        Double churnRate,
    @Column(
            value = "Lower end of the 90 % interval.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double churnLower,
    @Column(
            value = "Upper end of the 90 % interval.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double churnUpper,
    @Column(value = "Guardrails that fired, separated by commas.", nullable = true)
        String guardrails,
    @Column(
            value = "Whether the result can be used.",
            allowed = {"ok", "inconclusive", "invalid"})
        String verdict,
    @Column(value = "Why it cannot.", nullable = true) String verdictReason) {}
