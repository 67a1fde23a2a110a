package io.growthline.domain.value;

import org.hipparchus.special.Gamma;

/**
 * When customers buy whose chance to leave differs between them by a beta distribution: the BG/NBD
 * model of Fader, Hardie and Lee 2005.
 *
 * @param r shape of the gamma distribution of rates
 * @param alpha its scale, in weeks
 * @param a first parameter of the beta distribution of the chance to leave after a purchase
 * @param b its second
 */
record BgNbd(double r, double alpha, double a, double b) implements PurchaseModel {
  private static final double SERIES_ENDS = 1e-16;
  private static final double LARGE = 1e200;
  private static final double SINGULAR = 1e-5;

  static BgNbd of(double[] parameters) {
    return new BgNbd(parameters[0], parameters[1], parameters[2], parameters[3]);
  }

  @Override
  public double logChanceToStay(double repeats) {
    return Gamma.logGamma(a + b)
        - Gamma.logGamma(b)
        + Gamma.logGamma(b + repeats)
        - Gamma.logGamma(a + b + repeats);
  }

  @Override
  public double logOddsToLeave(double repeats) {
    return Math.log(a / (b + repeats - 1));
  }

  /**
   * Expected purchases of a customer in the next weeks: equation 10 of the paper.
   *
   * <p>By Euler's transformation (Abramowitz and Stegun 1964, 15.3.3) the power and the
   * hypergeometric function of the equation become (1-z)^(a-1) F(a+b-1-r, a-1; a+b+x-1; z): its
   * terms neither grow nor vanish with the number of purchases.
   */
  @Override
  public double expectedPurchases(double repeats, double recency, double age, double weeks) {
    if (weeks == 0) {
      return 0;
    }
    // The equation is 0 over 0 where a is 1, or a + b + x is; beside these points it is smooth.
    double shape = Math.abs(a - 1) < SINGULAR ? 1 + SINGULAR : a;
    double c = shape + b + repeats - 1;
    c = Math.abs(c) < SINGULAR ? SINGULAR : c;
    double z = weeks / (alpha + age + weeks);
    double product = transformed(c - repeats - r, shape - 1, c, z);
    return Math.max(0, c / (shape - 1) * (1 - product)) * alive(repeats, recency, age);
  }

  // (1-z)^b F(a, b; c; z) for c above -1 and z of [0, 1), by the series 15.1.1 of Abramowitz and
  // Stegun, whose sum is scaled down while it grows.
  private static double transformed(double a, double b, double c, double z) {
    double logScale = b * Math.log1p(-z);
    double ends = SERIES_ENDS * (1 - z); // the terms left out are about a geometric series
    double term = 1;
    double sum = 1;
    double ratio;
    int n = 0;
    do {
      ratio = (a + n) * (b + n) * z / ((c + n) * (n + 1));
      term *= ratio;
      sum += term;
      n++;
      if (Math.abs(sum) > LARGE) {
        term /= LARGE;
        sum /= LARGE;
        logScale += Math.log(LARGE);
      }
    } while (Math.abs(term) > ends * Math.abs(sum) || Math.abs(ratio) >= 1);
    return sum * Math.exp(logScale);
  }
}
