package io.growthline.domain.geo;

import java.util.Arrays;

/**
 * Conformal inference in time: residuals under treatment must not stand out among all residuals of
 * permuted time (Chernozhukov, Wüthrich and Zhu 2021, "An exact and robust conformal inference
 * method for counterfactual and synthetic controls", JASA 116, section 2.2). The statistic is the
 * mean under treatment less that of the other days, for an effect that is the same on each day.
 *
 * <p>Whole weeks change places, {@value #PERMUTATIONS} times, the same in every run. This keeps the
 * pattern of the week, and days that depend on those before them. Residuals before the treatment
 * are those of days that the weights have not seen. So they are as large as those under treatment,
 * and the weights need not be found anew for each effect that is judged, as they are in the paper:
 * many controls would take up most of a true effect there.
 */
final class WeekPermutation {
  private static final int PERMUTATIONS = 1_999;

  private WeekPermutation() {}

  /**
   * The test of the mean residual under treatment.
   *
   * @param residuals by day; days from {@code pre} on are under treatment
   */
  static Inversion of(double[] residuals, int pre) {
    int post = residuals.length - pre;
    double total = Arrays.stream(residuals).sum();
    double[] estimates = new double[PERMUTATIONS + 1];
    double[] shares = new double[PERMUTATIONS + 1];
    double after = Counterfactual.mean(residuals, pre, residuals.length);
    estimates[0] = after - Counterfactual.mean(residuals, 0, pre);
    shares[0] = 1;
    WeekShuffle weeks = new WeekShuffle(residuals.length);
    for (int i = 1; i <= PERMUTATIONS; i++) {
      int[] order = weeks.next(post);
      double sum = 0;
      int treated = 0;
      for (int place = 0; place < post; place++) {
        sum += residuals[order[place]];
        treated += order[place] < pre ? 0 : 1;
      }
      estimates[i] = sum / post - (total - sum) / pre;
      shares[i] = (double) treated / post - (double) (post - treated) / pre;
    }
    return new Inversion(estimates[0], estimates, shares);
  }
}
