package io.growthline.domain.uplift;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What an arm of a trial changed on average. */
@Table(
    dataset = "marts",
    name = "offer_effects",
    grain = "one offer, arm, arm compared with and income band",
    description =
        "What an arm of the trial of an offer changed on average: the share of customers who took the product, less that of the arm compared with. Only the first time that a customer was shown the offer counts.",
    key = {"offer_id", "arm", "control_arm", "segment"})
public record OfferEffect(
    @Column("The offer.") String offerId,
    @Column(
            value = "Arm of the trial.",
            allowed = {"standard", "incentive"})
        String arm,
    @Column(
            value =
                "Arm compared with: holdout tells what the offer changes, standard what its incentive adds.",
            allowed = {"holdout", "standard"})
        String controlArm,
    @Column("Income band then, unknown, or all.") String segment,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column(value = "Customers in the arm whose outcome is known.", min = 0) long treated,
    @Column(value = "Those of them who took the product.", min = 0) long treatedTaken,
    @Column(value = "Customers in the arm compared with whose outcome is known.", min = 0)
        long control,
    @Column(value = "Those of them who took the product.", min = 0) long controlTaken,
    @Column(
            value =
                "Share who took it less that of the arm compared with; absent when either is empty.",
            nullable = true,
            unit = "share",
            min = -1,
            max = 1)
        Double effect,
    @Column(
            value = "Lower end of the 90 % interval (Newcombe 1998, method 10).",
            nullable = true,
            unit = "share",
            min = -1,
            max = 1)
        Double lower,
    @Column(
            value = "Upper end of the 90 % interval.",
            nullable = true,
            unit = "share",
            min = -1,
            max = 1)
        Double upper,
    @Column(
            value = "Whether the effect may be used: only when its interval excludes 0.",
            allowed = {"usable", "withheld"})
        String verdict,
    @Column("Why, for people.") String verdictReason) {}
