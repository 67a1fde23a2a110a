package io.growthline.domain.geo;

import java.util.Arrays;
import java.util.List;

/**
 * Randomisation inference over regions: had other regions been treated, how often would the
 * difference of means have been as large? It holds with a single treated region, where errors
 * clustered by region do not (MacKinnon and Webb 2020, "Randomization inference for
 * difference-in-differences with few treated clusters", Journal of Econometrics 218, section 3). It
 * takes regions to be alike but for the treatment: treated regions that vary more than the others
 * are rejected too often.
 *
 * <p>All choices of as many regions are tried, or {@value #MOST} by chance where there are more.
 * The interval holds every effect that, taken off the treated regions, is not rejected.
 */
final class RegionPermutation {
  static final int MOST = 5_000;

  private final double[] values;
  private final int treated;
  private final double total;
  private final List<int[]> choices;

  /**
   * One number for each region.
   *
   * @param treated of the treated regions, at least one
   * @param controls of the others, at least one
   */
  RegionPermutation(double[] treated, double[] controls) {
    this.treated = treated.length;
    this.values = Arrays.copyOf(treated, treated.length + controls.length);
    System.arraycopy(controls, 0, values, treated.length, controls.length);
    this.total = Arrays.stream(values).sum();
    this.choices = Choices.of(values.length, this.treated, MOST);
  }

  /** The test of the difference between treated regions and the others. */
  Inversion test() {
    double[] estimates = new double[choices.size()];
    double[] shares = new double[choices.size()];
    for (int i = 0; i < estimates.length; i++) {
      int[] choice = choices.get(i);
      estimates[i] = difference(choice);
      double shared = Arrays.stream(choice).filter(region -> region < treated).count();
      shares[i] = shared / treated - (treated - shared) / (values.length - treated);
    }
    return new Inversion(estimates[0], estimates, shares);
  }

  private double difference(int[] choice) {
    double sum = 0;
    for (int region : choice) {
      sum += values[region];
    }
    return sum / treated - (total - sum) / (values.length - treated);
  }
}
