package io.growthline.domain.release;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** Whether an offer is fair to those who see it. */
@Table(
    dataset = "marts",
    name = "offer_fair_values",
    grain = "one offer",
    description =
        "Whether an offer is fair to those who see it: 1 less 0.40 × complaints over 2.5 %, 0.30 × support over 20 % and 0.30 × reviews over 25 %, each at most 1.",
    key = {"offer_id"})
public record OfferFairValue(
    @Column("The offer.") String offerId,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column(value = "How often it was shown.", min = 0) long exposures,
    @Column(
            value = "Share of those shown with a complaint within 14 days.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double complaintRate,
    @Column(
            value = "Share with a support contact within 14 days.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double supportRate,
    @Column(
            value = "Share that a person must look at.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double reviewRate,
    @Column(value = "Share that was taken.", nullable = true, unit = "share", min = 0, max = 1)
        Double acceptanceRate,
    @Column(
            value = "Mean margin of those taken, after the incentive.",
            nullable = true,
            unit = "minor")
        Double marginMinor,
    @Column(
            value = "Fair value; absent until outcomes are known.",
            nullable = true,
            min = 0,
            max = 1)
        Double fairValue,
    @Column(
            value =
                "Lower end of its interval, of the exact intervals of the three shares (Clopper and Pearson 1934); wrong by chance in at most 3 %.",
            nullable = true,
            min = 0,
            max = 1)
        Double lower,
    @Column(value = "Upper end of the interval.", nullable = true, min = 0, max = 1) Double upper,
    @Column("Whether demand and margin alone say that the offer should grow.")
        boolean demandSaysScale,
    @Column(
            value =
                "human_review, hold_fair_value or scale where the intervals say so; monitor where they do not.",
            allowed = {"human_review", "hold_fair_value", "scale", "monitor"})
        String action,
    @Column("Whether fair value overrules demand and margin.") boolean downgraded,
    @Column("Why, for people.") String reason) {}
