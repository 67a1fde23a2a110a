package io.growthline.domain.scoring;

/**
 * One reason of a score.
 *
 * @param feature name of the feature
 * @param value its value; null when missing
 * @param contribution to the calibrated log odds: positive raises the probability (SHAP; Lundberg
 *     et al. 2020, "From local explanations to global understanding with explainable AI for trees")
 * @param text the reason for people
 */
public record Reason(String feature, Double value, double contribution, String text) {}
