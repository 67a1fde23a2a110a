package io.growthline.domain.scoring;

/**
 * Quality of a model on rows that it never saw.
 *
 * @param rows hold-out rows
 * @param positives hold-out rows with the outcome
 * @param auc area under the ROC curve
 * @param brier mean squared error of the probability
 * @param baselineBrier the same when everyone gets the base rate of the training rows
 * @param logLoss mean negative log likelihood
 * @param calibrationError expected calibration error over ten equal-count bins
 * @param skillError standard error of 1 − brier / baselineBrier; null in a model file without it
 */
public record ModelMetrics(
    long rows,
    long positives,
    double auc,
    double brier,
    double baselineBrier,
    double logLoss,
    double calibrationError,
    Double skillError) {}
