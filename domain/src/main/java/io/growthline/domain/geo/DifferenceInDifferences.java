package io.growthline.domain.geo;

import java.util.Optional;

/**
 * Difference in differences with fixed effects of regions and days. All treated regions start on
 * one day and no region lacks a day, so the coefficient of the regression on both effects is the
 * change of the treated regions less the change of the others (Bertrand, Duflo and Mullainathan
 * 2004, "How much should we trust differences-in-differences estimates?", QJE 119, equation 1).
 *
 * <p>Few regions are treated, often one or two. Errors clustered by region are then far too small,
 * and the t distribution with one degree less than regions does not mend that (MacKinnon and Webb
 * 2018, "The wild bootstrap for few (treated) clusters", Econometrics Journal 21, who show that the
 * wild bootstrap fails as well). So {@link #standardError} is shown, and interval and probability
 * come from {@link RegionPermutation}.
 */
final class DifferenceInDifferences implements GeoMethod {
  @Override
  public String id() {
    return "did";
  }

  @Override
  public Counterfactual fit(Comparison comparison) {
    return Counterfactual.of(comparison, Counterfactual.equalWeights(comparison));
  }

  @Override
  public Interval interval(Comparison comparison) {
    return permutation(comparison).test().interval();
  }

  @Override
  public double p(Comparison comparison) {
    return permutation(comparison).test().p();
  }

  private static RegionPermutation permutation(Comparison comparison) {
    int pre = comparison.pre();
    return new RegionPermutation(
        changes(comparison.treated(), pre), changes(comparison.controls(), pre));
  }

  /** Mean under treatment less mean before, of each region. */
  private static double[] changes(double[][] series, int pre) {
    double[] changes = new double[series.length];
    for (int i = 0; i < changes.length; i++) {
      double before = Counterfactual.mean(series[i], 0, pre);
      changes[i] = Counterfactual.mean(series[i], pre, series[i].length) - before;
    }
    return changes;
  }

  /**
   * Standard error clustered by region: Arellano 1987, "Computing robust standard errors for
   * within-groups estimators", Oxford Bulletin 49, equation 2.4, times the root of G / (G − 1).
   */
  @Override
  public Optional<Double> standardError(Comparison comparison) {
    double[][] all = all(comparison);
    int days = comparison.days();
    double share = (double) comparison.post() / days;
    double[][] within = within(all);
    double treatedShare = (double) comparison.treated().length / all.length;
    double att = fit(comparison).att();
    double denominator = 0;
    double scores = 0;
    for (int region = 0; region < all.length; region++) {
      double d = (region < comparison.treated().length ? 1 : 0) - treatedShare;
      double score = 0;
      for (int day = 0; day < days; day++) {
        double treatment = d * ((day < comparison.pre() ? 0 : 1) - share);
        score += treatment * (within[region][day] - att * treatment);
        denominator += treatment * treatment;
      }
      scores += score * score;
    }
    double correction = (double) all.length / (all.length - 1);
    return Optional.of(Math.sqrt(correction * scores) / denominator);
  }

  /** Series less the means of region and day. */
  private static double[][] within(double[][] all) {
    int days = all[0].length;
    double[] ofDay = new double[days];
    double total = 0;
    for (double[] series : all) {
      for (int day = 0; day < days; day++) {
        ofDay[day] += series[day] / all.length;
      }
      total += Counterfactual.mean(series, 0, days) / all.length;
    }
    double[][] within = new double[all.length][days];
    for (int region = 0; region < all.length; region++) {
      double own = Counterfactual.mean(all[region], 0, days);
      for (int day = 0; day < days; day++) {
        within[region][day] = all[region][day] - own - ofDay[day] + total;
      }
    }
    return within;
  }

  private static double[][] all(Comparison comparison) {
    int treated = comparison.treated().length;
    double[][] all = new double[treated + comparison.controls().length][];
    System.arraycopy(comparison.treated(), 0, all, 0, treated);
    System.arraycopy(comparison.controls(), 0, all, treated, comparison.controls().length);
    return all;
  }
}
