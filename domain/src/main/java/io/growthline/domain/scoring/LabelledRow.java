package io.growthline.domain.scoring;

import java.time.LocalDate;

/**
 * One row with a known outcome.
 *
 * @param day on which the features were taken
 * @param features values in the order of the model; NaN is missing
 * @param outcome what happened after the day
 */
public record LabelledRow(LocalDate day, double[] features, boolean outcome) {}
