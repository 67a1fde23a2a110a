package io.growthline.domain.decision;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** How well churn rules agree with the churn model. */
@Table(
    dataset = "scores",
    name = "churn_rule_agreement",
    grain = "one band of the churn model",
    description =
        "How well churn rules agree with the churn model, over customers who have both scores. It compares two opinions; neither is the outcome.",
    key = {"model_band"})
public record ChurnRuleAgreement(
    @Column(
            value = "Band of the model.",
            allowed = {"low", "medium", "high"})
        String modelBand,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column("Version of the rules.") String version,
    @Column(value = "Customers of the band.", min = 0) long customers,
    @Column(value = "Of these, critical by the rules.", min = 0) long critical,
    @Column(value = "Of these, high by the rules.", min = 0) long high,
    @Column(value = "Of these, medium by the rules.", min = 0) long medium,
    @Column(value = "Of these, low by the rules.", min = 0) long low,
    @Column(
            value = "Mean score of the rules; absent without customers.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double meanRuleScore,
    @Column(
            value =
                "Chance that the rules score a customer of this band or a higher one above one of a lower band, ties counting half (Mann and Whitney, 1947); absent for low, or where either side has nobody.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double auc) {}
