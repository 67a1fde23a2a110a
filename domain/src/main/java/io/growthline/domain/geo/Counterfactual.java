package io.growthline.domain.geo;

import java.util.Arrays;

/**
 * What treated regions would have shown without the treatment: the level of the treated regions,
 * and the weighted changes of the controls about theirs.
 *
 * @param actual mean of the treated regions by day
 * @param expected the same without the treatment
 * @param weights one for each control; they add up to 1
 * @param pre days before the treatment
 */
record Counterfactual(double[] actual, double[] expected, double[] weights, int pre) {
  static Counterfactual of(Comparison comparison, double[] weights) {
    double[] actual = comparison.target();
    int pre = comparison.pre();
    double level = mean(actual, 0, pre);
    double[] expected = new double[actual.length];
    Arrays.fill(expected, level);
    for (int i = 0; i < weights.length; i++) {
      double[] control = comparison.controls()[i];
      double own = mean(control, 0, pre);
      for (int day = 0; day < expected.length; day++) {
        expected[day] += weights[i] * (control[day] - own);
      }
    }
    return new Counterfactual(actual, expected, weights, pre);
  }

  /** Weights that are all the same. */
  static double[] equalWeights(Comparison comparison) {
    double[] weights = new double[comparison.controls().length];
    Arrays.fill(weights, 1.0 / weights.length);
    return weights;
  }

  /** Actual less expected, by day. */
  double[] gaps() {
    double[] gaps = new double[actual.length];
    for (int day = 0; day < gaps.length; day++) {
      gaps[day] = actual[day] - expected[day];
    }
    return gaps;
  }

  /** Average effect on a treated region and day. */
  double att() {
    return mean(gaps(), pre, actual.length);
  }

  /** Effect as a share of what was expected; not a number where nothing was. */
  double lift() {
    double without = meanExpected();
    return without > 0 ? att() / without : Double.NaN;
  }

  /** What was expected of a treated region and day under treatment. */
  double meanExpected() {
    return mean(expected, pre, actual.length);
  }

  /** Euclidean norm of the gaps before the treatment. */
  double l2() {
    return Math.sqrt(squares(0, pre));
  }

  /** Root mean square of the gaps before the treatment. */
  double preRmse() {
    return Math.sqrt(squares(0, pre) / pre);
  }

  /** {@link #preRmse} as a share of the mean before the treatment. */
  double relativeRmse() {
    return preRmse() / Math.abs(mean(actual, 0, pre));
  }

  private double squares(int from, int to) {
    double sum = 0;
    double[] gaps = gaps();
    for (int day = from; day < to; day++) {
      sum += gaps[day] * gaps[day];
    }
    return sum;
  }

  static double mean(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }
}
