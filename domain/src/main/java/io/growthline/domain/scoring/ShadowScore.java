package io.growthline.domain.scoring;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** Scores of versions in shadow, to be compared with production; nobody acts on them. */
@Table(
    dataset = "scores",
    name = "shadow_scores",
    grain = "one customer, model and version in shadow",
    description =
        "Scores of versions in shadow, to be compared with production; nobody acts on them.",
    key = {"customer_id", "model", "model_version"},
    cluster = {"customer_id"})
public record ShadowScore(
    @Column("The customer.") String customerId,
    @Column(value = "Name of the model.", allowedBy = Models.Names.class) String model,
    @Column("Version in the model registry.") String modelVersion,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column(value = "Calibrated probability.", unit = "share", min = 0, max = 1) double score,
    @Column(
            value = "Band for display.",
            allowed = {"low", "medium", "high"})
        String band) {

  /** The same score, as one of a version in shadow. */
  public static ShadowScore of(CustomerScore score) {
    return new ShadowScore(
        score.customerId(),
        score.model(),
        score.modelVersion(),
        score.asOf(),
        score.score(),
        score.band());
  }
}
