package io.growthline.domain.geo;

/**
 * Synthetic control with unit fixed effects: weights of Abadie, Diamond and Hainmueller 2010
 * ("Synthetic control methods for comparative case studies", JASA 105, section 2.3: at least 0, sum
 * 1), found on series less their own means before the treatment, as Ferman and Pinto 2021
 * ("Synthetic controls with imperfect pretreatment fit", Quantitative Economics 12, section 4)
 * propose. Several treated regions are one: their mean.
 *
 * <p>Uncertainty is that of {@link WeekPermutation} on {@link #residuals}.
 */
final class SyntheticControl implements GeoMethod {
  @Override
  public String id() {
    return "synthetic_control";
  }

  @Override
  public Counterfactual fit(Comparison comparison) {
    return Counterfactual.of(comparison, weights(comparison));
  }

  @Override
  public Interval interval(Comparison comparison) {
    return WeekPermutation.of(residuals(comparison), comparison.pre()).interval();
  }

  @Override
  public double p(Comparison comparison) {
    return WeekPermutation.of(residuals(comparison), comparison.pre()).p();
  }

  /**
   * Actual less expected by day, 0 on average before the treatment. Days before it are held out in
   * turn, in blocks about as long as the treatment, and weighted as the others ask for.
   */
  double[] residuals(Comparison comparison) {
    double[] residuals = fit(comparison).gaps();
    int pre = comparison.pre();
    int blocks = Math.max(2, pre / comparison.post());
    for (int block = 0; block < blocks; block++) {
      int from = block * pre / blocks;
      int to = (block + 1) * pre / blocks;
      double[] weights = weights(comparison.holdingOut(from, to));
      double[] gaps = Counterfactual.of(comparison, weights).gaps();
      System.arraycopy(gaps, from, residuals, from, to - from);
    }
    double level = Counterfactual.mean(residuals, 0, pre);
    for (int day = 0; day < pre; day++) {
      residuals[day] -= level;
    }
    return residuals;
  }

  private static double[] weights(Comparison comparison) {
    int days = comparison.pre();
    double[][] controls = comparison.controls();
    double[] target = centered(comparison.target(), days);
    double[][] differences = new double[controls.length][];
    for (int i = 0; i < controls.length; i++) {
      differences[i] = centered(controls[i], days);
      for (int day = 0; day < days; day++) {
        differences[i][day] -= target[day];
      }
    }
    double[][] gram = new double[controls.length][controls.length];
    for (int i = 0; i < controls.length; i++) {
      for (int j = 0; j <= i; j++) {
        gram[i][j] = product(differences[i], differences[j]);
        gram[j][i] = gram[i][j];
      }
    }
    return SimplexLeastSquares.weights(gram);
  }

  private static double[] centered(double[] series, int days) {
    double mean = Counterfactual.mean(series, 0, days);
    double[] centered = new double[days];
    for (int day = 0; day < days; day++) {
      centered[day] = series[day] - mean;
    }
    return centered;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
