package io.growthline.domain.geo;

import java.util.Arrays;

/**
 * Series of treated regions beside those of regions to compare them with.
 *
 * @param treated one series for each treated region
 * @param controls one series for each region to compare with, at least one
 * @param pre number of days before the treatment, at least 2; all others are under treatment
 */
record Comparison(double[][] treated, double[][] controls, int pre) {
  int days() {
    return treated[0].length;
  }

  int post() {
    return days() - pre;
  }

  /** Mean of the treated regions by day. */
  double[] target() {
    double[] mean = new double[days()];
    for (double[] series : treated) {
      for (int day = 0; day < mean.length; day++) {
        mean[day] += series[day] / treated.length;
      }
    }
    return mean;
  }

  /** Some controls, by their places in order, as if they had been treated, beside the others. */
  Comparison placebo(int[] chosen) {
    double[][] some = new double[chosen.length][];
    double[][] others = new double[controls.length - chosen.length][];
    for (int i = 0, taken = 0; i < controls.length; i++) {
      if (taken < chosen.length && chosen[taken] == i) {
        some[taken++] = controls[i];
      } else {
        others[i - taken] = controls[i];
      }
    }
    return new Comparison(some, others, pre);
  }

  /** The days before the treatment, as if it had come as many days earlier as it lasted. */
  Comparison earlier() {
    return new Comparison(firstDays(treated), firstDays(controls), pre - post());
  }

  /**
   * The days before the treatment but some of them, which are treated instead.
   *
   * @param from first day that is held out
   * @param to day after the last
   */
  Comparison holdingOut(int from, int to) {
    return new Comparison(moved(treated, from, to), moved(controls, from, to), pre - (to - from));
  }

  private double[][] moved(double[][] series, int from, int to) {
    double[][] moved = new double[series.length][pre];
    for (int i = 0; i < moved.length; i++) {
      System.arraycopy(series[i], 0, moved[i], 0, from);
      System.arraycopy(series[i], to, moved[i], from, pre - to);
      System.arraycopy(series[i], from, moved[i], pre - (to - from), to - from);
    }
    return moved;
  }

  private double[][] firstDays(double[][] series) {
    return Arrays.stream(series).map(s -> Arrays.copyOf(s, pre)).toArray(double[][]::new);
  }
}
