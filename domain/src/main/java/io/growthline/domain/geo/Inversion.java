package io.growthline.domain.geo;

import java.util.Arrays;

/**
 * A permutation test turned into an interval: the effects that it does not reject. Each permutation
 * has its own estimate, in which an effect shows by a share, 1 for what was seen and 0 where
 * nothing treated is left. The interval is exact: a permutation is as extreme as what was seen
 * between two effects, so the sorted ends count how many are.
 */
final class Inversion {
  private static final double ROUNDING = 1e-9;

  private final double seen;
  private final double[] estimates;
  private final double[] shares;

  /**
   * @param seen the estimate
   * @param estimates of the permutations, {@code seen} among them
   * @param shares part of an effect that shows in each, −1 to 1
   */
  Inversion(double seen, double[] estimates, double[] shares) {
    this.seen = seen;
    this.estimates = estimates;
    this.shares = shares;
  }

  /** Share of permutations whose estimate is as far from 0 as what was seen. */
  double p() {
    double least = Math.abs(seen) * (1 - ROUNDING);
    long asFar = Arrays.stream(estimates).filter(e -> Math.abs(e) >= least).count();
    return (double) asFar / estimates.length;
  }

  /** The effects that are not rejected. */
  Interval interval() {
    double[] lower = new double[estimates.length];
    double[] upper = new double[estimates.length];
    for (int i = 0; i < lower.length; i++) {
      if (Math.abs(shares[i]) > 1 - ROUNDING) {
        lower[i] = Double.NEGATIVE_INFINITY;
        upper[i] = Double.POSITIVE_INFINITY;
      } else {
        // |estimate − effect·share| ≥ |seen − effect| holds between the two places of equality.
        double one = (seen - estimates[i]) / (1 - shares[i]);
        double two = (seen + estimates[i]) / (1 + shares[i]);
        lower[i] = Math.min(one, two);
        upper[i] = Math.max(one, two);
      }
    }
    Arrays.sort(lower);
    Arrays.sort(upper);
    int rejected = (int) Math.floor(Interval.ALPHA * lower.length + ROUNDING);
    return new Interval(lower[rejected], upper[upper.length - 1 - rejected], p());
  }
}
