package io.growthline.domain.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Measures of predicted probabilities against outcomes. */
public final class BinaryMetrics {
  private static final double LEAST = 1e-15;

  private BinaryMetrics() {}

  /**
   * Area under the ROC curve as the rank statistic of Mann and Whitney 1947: the probability that a
   * random positive scores higher than a random negative, ties counting half. NaN when a class is
   * absent.
   */
  public static double auc(double[] scores, boolean[] outcomes) {
    int[] order = ascending(scores);
    double rankSum = 0;
    long positives = 0;
    for (int start = 0; start < order.length; ) {
      int end = start;
      while (end < order.length && scores[order[end]] == scores[order[start]]) {
        end++;
      }
      double meanRank = (start + 1 + end) / 2.0;
      for (int i = start; i < end; i++) {
        if (outcomes[order[i]]) {
          rankSum += meanRank;
          positives++;
        }
      }
      start = end;
    }
    long negatives = order.length - positives;
    return (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
  }

  /**
   * Standard error of the area under the curve; Hanley and McNeil 1982, "The meaning and use of the
   * area under a receiver operating characteristic (ROC) curve", equation 2 with the exponential
   * model for Q1 and Q2.
   */
  public static double aucStandardError(double auc, double positives, double negatives) {
    double q1 = auc / (2 - auc);
    double q2 = 2 * auc * auc / (1 + auc);
    double variance =
        auc * (1 - auc) + (positives - 1) * (q1 - auc * auc) + (negatives - 1) * (q2 - auc * auc);
    return Math.sqrt(variance / (positives * negatives));
  }

  /** Mean squared error of the probability; Brier 1950. */
  public static double brier(double[] probabilities, boolean[] outcomes) {
    double sum = 0;
    for (int i = 0; i < outcomes.length; i++) {
      sum += squaredError(probabilities[i], outcomes[i]);
    }
    return sum / outcomes.length;
  }

  /**
   * Standard error of the skill 1 − Brier score / Brier score of a constant prediction, by the
   * delta method for a ratio of means of the same rows (Cochran 1977, "Sampling Techniques",
   * section 2.11).
   */
  static double skillError(double[] probabilities, double constant, boolean[] outcomes) {
    double ratio = brier(probabilities, outcomes);
    double base = 0;
    for (boolean outcome : outcomes) {
      base += squaredError(constant, outcome) / outcomes.length;
    }
    ratio /= base;
    double sum = 0;
    for (int i = 0; i < outcomes.length; i++) {
      double residual =
          squaredError(probabilities[i], outcomes[i]) - ratio * squaredError(constant, outcomes[i]);
      sum += residual * residual;
    }
    return Math.sqrt(sum / (outcomes.length - 1.0) / outcomes.length) / base;
  }

  private static double squaredError(double probability, boolean outcome) {
    double error = probability - (outcome ? 1 : 0);
    return error * error;
  }

  /** Mean negative log likelihood; probabilities are kept {@value #LEAST} away from 0 and 1. */
  public static double logLoss(double[] probabilities, boolean[] outcomes) {
    double sum = 0;
    for (int i = 0; i < outcomes.length; i++) {
      double p = Math.min(1 - LEAST, Math.max(LEAST, probabilities[i]));
      sum -= Math.log(outcomes[i] ? p : 1 - p);
    }
    return sum / outcomes.length;
  }

  /**
   * Reliability diagram over bins of equal count (DeGroot and Fienberg 1983). Rows are ordered by
   * prediction; with fewer rows than bins the empty bins are left out.
   */
  public static List<CalibrationBin> calibration(
      double[] probabilities, boolean[] outcomes, int bins) {
    int[] order = ascending(probabilities);
    List<CalibrationBin> result = new ArrayList<>();
    for (int bin = 0; bin < bins; bin++) {
      int start = (int) ((long) order.length * bin / bins);
      int end = (int) ((long) order.length * (bin + 1) / bins);
      double predicted = 0;
      double observed = 0;
      for (int i = start; i < end; i++) {
        predicted += probabilities[order[i]];
        observed += outcomes[order[i]] ? 1 : 0;
      }
      int rows = end - start;
      if (rows > 0) {
        result.add(new CalibrationBin(bin + 1, rows, predicted / rows, observed / rows));
      }
    }
    return result;
  }

  /**
   * Expected calibration error: the distance between prediction and outcome, weighted by rows;
   * Naeini, Cooper and Hauskrecht 2015, "Obtaining well calibrated probabilities using Bayesian
   * binning".
   */
  public static double expectedCalibrationError(List<CalibrationBin> bins) {
    double rows = bins.stream().mapToLong(CalibrationBin::rows).sum();
    return bins.stream()
        .mapToDouble(b -> b.rows() / rows * Math.abs(b.meanPredicted() - b.observedRate()))
        .sum();
  }

  // Stable, so that equal predictions keep the order of the rows.
  private static int[] ascending(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> values[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
