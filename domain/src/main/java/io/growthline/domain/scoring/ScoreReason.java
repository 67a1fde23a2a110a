package io.growthline.domain.scoring;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;

/** Why a score is what it is. */
@Table(
    dataset = "scores",
    name = "score_reasons",
    grain = "one of the strongest reasons of one score",
    description = "Why a score is what it is.",
    key = {"customer_id", "model", "position"},
    cluster = {"customer_id"})
public record ScoreReason(
    @Column("The customer.") String customerId,
    @Column(value = "Name of the model.", allowedBy = Models.Names.class) String model,
    @Column("Version in the model registry.") String modelVersion,
    @Column(value = "1 is the strongest.", min = 1, max = 3) long position,
    @Column("Feature concerned.") String feature,
    @Column(value = "Value of the feature; absent when missing.", nullable = true) Double value,
    @Column("Contribution to the log odds (SHAP).") double contribution,
    @Column("The reason for people.") String text) {}
