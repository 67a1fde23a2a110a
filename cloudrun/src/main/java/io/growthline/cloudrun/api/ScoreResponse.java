package io.growthline.cloudrun.api;

import io.growthline.domain.scoring.Reason;
import java.time.LocalDate;
import java.util.List;

/**
 * A calibrated score.
 *
 * @param customerId the customer; null when features were given
 * @param model name of the model
 * @param modelVersion version in the model registry
 * @param score probability, 0 to 1
 * @param band {@code low}, {@code medium} or {@code high}
 * @param asOf day up to which the customer's features are known; null when features were given
 * @param reasons the strongest first
 * @param guardrails what must be respected in using the score
 */
public record ScoreResponse(
    String customerId,
    String model,
    String modelVersion,
    double score,
    String band,
    LocalDate asOf,
    List<Reason> reasons,
    List<Guardrail> guardrails) {}
