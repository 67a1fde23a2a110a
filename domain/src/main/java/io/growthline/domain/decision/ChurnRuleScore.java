package io.growthline.domain.decision;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What rules say of the chance of leaving, beside the model. */
@Table(
    dataset = "scores",
    name = "churn_rule_scores",
    grain = "one customer",
    description =
        "What weighted rules say of leaving, beside the model: a score of experts, no measured chance. Decisions use it where the model has none.",
    key = {"customer_id"},
    cluster = {"customer_id"})
public record ChurnRuleScore(
    @Column("The customer.") String customerId,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column("Version of the rules.") String version,
    @Column(
            value = "Sum of the weights of the rules that hold, at most 1.",
            unit = "share",
            min = 0,
            max = 1)
        double score,
    @Column(
            value = "Band of the score; its ends are in decision/churn_rules.yaml.",
            allowed = {"critical", "high", "medium", "low"})
        String band,
    @Column(value = "Rules that hold.", min = 0) long rules,
    @Column("These rules with weight and the values they saw, as JSON in the order of the file.")
        String reasons,
    @Column(
            value = "The model's chance of leaving; absent where the model has none.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double modelScore,
    @Column(
            value = "Band of that chance.",
            nullable = true,
            allowed = {"low", "medium", "high"})
        String modelBand) {}
