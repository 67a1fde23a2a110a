package io.growthline.domain.geo;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Regions that share seasons and shocks, each at its own level, with errors that last. */
final class Regions {
  private Regions() {}

  /**
   * A comparison without any effect.
   *
   * @param regions number of regions, of which the first {@code treated} are treated
   * @param persistence part of an error that is left on the next day
   */
  static Comparison withoutEffect(long seed, int regions, int treated, double persistence) {
    int pre = 98;
    int days = 119;
    SplittableRandom random = new SplittableRandom(seed);
    double[][] shocks = new double[2][days];
    for (double[] shock : shocks) {
      for (int day = 0; day < days; day++) {
        shock[day] = (day == 0 ? 0 : 0.5 * shock[day - 1]) + random.nextGaussian();
      }
    }
    double[][] series = new double[regions][days];
    for (double[] region : series) {
      double level = 100 * Math.exp(0.4 * random.nextGaussian());
      double one = 1 + random.nextDouble();
      double two = 1 + random.nextDouble();
      double error = 0;
      for (int day = 0; day < days; day++) {
        error = persistence * error + 3 * random.nextGaussian();
        double season = 10 * Math.sin(2 * Math.PI * day / 7);
        region[day] = level + season + one * shocks[0][day] + two * shocks[1][day] + error;
      }
    }
    return new Comparison(
        Arrays.copyOf(series, treated), Arrays.copyOfRange(series, treated, regions), pre);
  }

  /** The same with an effect on each treated region and day. */
  static Comparison with(double effect, Comparison comparison) {
    double[][] treated =
        Arrays.stream(comparison.treated()).map(double[]::clone).toArray(double[][]::new);
    for (double[] region : treated) {
      for (int day = comparison.pre(); day < region.length; day++) {
        region[day] += effect;
      }
    }
    return new Comparison(treated, comparison.controls(), comparison.pre());
  }
}
