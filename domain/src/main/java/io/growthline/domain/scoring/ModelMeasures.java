package io.growthline.domain.scoring;

import java.util.Map;

/** What gates measure of one model on its hold-out: {@code <model>_<measure>}. */
public final class ModelMeasures {
  private static final double TWO_SIDED_95 = 1.959964;

  private ModelMeasures() {}

  /**
   * Area under the curve, skill (share of the base rate's Brier score that the model saves) and
   * expected calibration error.
   */
  public static Map<String, Double> of(ModelMetadata model) {
    ModelMetrics metrics = model.metrics();
    return named(model, metrics.auc(), metrics.calibrationError());
  }

  /**
   * The same as far as chance allows in the model's favour, so that a hold-out of few rows does not
   * condemn a model: the upper end of the 95 percent interval of the area under the curve (Hanley
   * and McNeil 1982, equation 2), and the calibration error less what a perfectly calibrated model
   * would show in bins of this size, the mean of a half-normal distribution in each.
   */
  static Map<String, Double> atBest(TrainedModel model) {
    ModelMetrics metrics = model.metadata().metrics();
    double auc =
        Math.min(1, metrics.auc() + TWO_SIDED_95 * BinaryMetrics.aucStandardError(metrics));
    double byChance = BinaryMetrics.calibrationErrorByChance(model.calibration());
    return named(model.metadata(), auc, Math.max(0, metrics.calibrationError() - byChance));
  }

  private static Map<String, Double> named(
      ModelMetadata model, double auc, double calibrationError) {
    ModelMetrics metrics = model.metrics();
    return Map.of(
        model.name() + "_auc",
        auc,
        model.name() + "_skill",
        1 - metrics.brier() / metrics.baselineBrier(),
        model.name() + "_calibration_error",
        calibrationError);
  }
}
