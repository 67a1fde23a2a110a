package io.growthline.domain.uplift;

/**
 * One customer of a trial.
 *
 * @param fold part of the customers in which this one is, from 0
 * @param features what was known before chance chose the arm; NaN is missing
 * @param treated whether chance chose the treatment, not the control
 * @param outcome what happened after
 */
public record TrialRow(int fold, double[] features, boolean treated, boolean outcome) {}
