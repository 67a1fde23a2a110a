package io.growthline.domain.scoring;

import io.growthline.domain.monitoring.Measured;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.distribution.continuous.NormalDistribution;

/** What gates measure of one model on its hold-out: {@code <model>_<measure>}. */
public final class ModelMeasures {
  private static final double Z =
      new NormalDistribution().inverseCumulativeProbability(1 - Measured.ERROR);
  private static final int STEPS = 60;

  private ModelMeasures() {}

  /**
   * Area under the curve, skill (share of the base rate's Brier score that the model saves) and
   * expected calibration error, each with its interval.
   */
  public static Map<String, Measured> of(ModelMetadata model, List<CalibrationBin> bins) {
    ModelMetrics metrics = model.metrics();
    Map<String, Measured> measures = new TreeMap<>();
    measures.put(model.name() + "_auc", auc(metrics));
    measures.put(model.name() + "_calibration_error", CalibrationInterval.of(bins));
    if (metrics.skillError() != null) {
      measures.put(model.name() + "_skill", skill(metrics));
    }
    return measures;
  }

  /**
   * The area under the curve, by rows of the rarer outcome. An end of the interval is the area of
   * which the one observed is a quantile, with the variance of Hanley and McNeil 1982 (equation 2)
   * at that end and with (m + n)/2 − 1 in place of m − 1 and n − 1: method 5 of Newcombe 2006,
   * "Confidence intervals for an effect size measure based on the Mann–Whitney statistic. Part 2",
   * which he recommends for small samples.
   */
  static Measured auc(ModelMetrics metrics) {
    double positives = metrics.positives();
    double negatives = metrics.rows() - positives;
    double auc = metrics.auc();
    return Measured.estimated(
        auc,
        end(auc, 0, positives, negatives),
        end(auc, 1, positives, negatives),
        (long) Math.min(positives, negatives));
  }

  // Between the area observed and the limit, where their distance is Z standard errors.
  private static double end(double auc, double limit, double positives, double negatives) {
    double inside = auc;
    double outside = limit;
    for (int i = 0; i < STEPS; i++) {
      double middle = (inside + outside) / 2;
      if (Math.abs(auc - middle) <= Z * Math.sqrt(variance(middle, positives, negatives))) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return (inside + outside) / 2;
  }

  static double variance(double auc, double positives, double negatives) {
    double others = (positives + negatives) / 2 - 1;
    return auc
        * (1 - auc)
        * (1 + others * ((1 - auc) / (2 - auc) + auc / (1 + auc)))
        / (positives * negatives);
  }

  private static Measured skill(ModelMetrics metrics) {
    double skill = 1 - metrics.brier() / metrics.baselineBrier();
    double reach = Z * metrics.skillError();
    return Measured.estimated(skill, skill - reach, skill + reach, metrics.rows());
  }
}
