package io.growthline.domain.geo;

/** Whether treated regions drifted away from what is expected of them before the treatment. */
final class PreTrend {
  private static final int PERMUTATIONS = 999;

  private PreTrend() {}

  /**
   * Probability of a slope of gaps as steep by chance, if there is none: the share of orders of
   * weeks with a slope as steep.
   */
  static double p(Counterfactual fit) {
    double[] gaps = fit.gaps();
    double seen = 0;
    for (int day = 0; day < fit.pre(); day++) {
      seen += leverage(day, fit.pre()) * gaps[day];
    }
    double least = Math.abs(seen) * (1 - 1e-9);
    WeekShuffle weeks = new WeekShuffle(fit.pre());
    int asSteep = 1;
    for (int i = 0; i < PERMUTATIONS; i++) {
      int[] order = weeks.next(fit.pre());
      double slope = 0;
      for (int day = 0; day < order.length; day++) {
        slope += leverage(day, order.length) * gaps[order[day]];
      }
      asSteep += Math.abs(slope) >= least ? 1 : 0;
    }
    return asSteep / (PERMUTATIONS + 1.0);
  }

  private static double leverage(int day, int days) {
    return day - (days - 1) / 2.0;
  }
}
