package io.growthline.domain.value;

import org.hipparchus.special.Gamma;

/**
 * When customers buy: each at a rate of their own until they leave, which they may after any
 * purchase (Fader, Hardie and Lee 2005, "Counting Your Customers the Easy Way: An Alternative to
 * the Pareto/NBD Model", Marketing Science 24(2)). Times are in weeks from the first purchase.
 *
 * @param r shape of the gamma distribution of rates
 * @param alpha its scale, in weeks
 * @param a first parameter of the beta distribution of the chance to leave after a purchase
 * @param b its second
 */
record BgNbd(double r, double alpha, double a, double b) {
  private static final double SERIES_ENDS = 1e-16;
  private static final double LARGE = 1e200;
  private static final double SINGULAR = 1e-5;

  static BgNbd of(double[] parameters) {
    return new BgNbd(parameters[0], parameters[1], parameters[2], parameters[3]);
  }

  /**
   * Logarithm of the likelihood of all customers: equation 6 of the paper, in logarithms and
   * without the product of purchase times, which no parameter is in.
   *
   * <p>The equation is a sum of two terms: the customer is active, or has left. Here it is the one
   * which seems larger times 1 + e^-u, where u is how much larger its logarithm is. The terms
   * follow from purchases alone and from one time, in which they are linear in purchases. Only u
   * needs all three numbers at once, and it matters only where it is not clear which term is
   * larger.
   */
  double logLikelihood(PurchaseTimes times) {
    double common =
        r * Math.log(alpha) - Gamma.logGamma(r) + Gamma.logGamma(a + b) - Gamma.logGamma(b);
    double sum =
        times.sumByRepeats(
                (x, customers, left) ->
                    customers
                            * (common
                                + Gamma.logGamma(r + x)
                                + Gamma.logGamma(b + x)
                                - Gamma.logGamma(a + b + x))
                        + (left > 0 ? left * Math.log(a / (b + x - 1)) : 0))
            - times.sumByTime(
                (time, customers, purchases) ->
                    (r * customers + purchases) * Math.log(alpha + time));
    for (int i = 0; i < times.size(); i++) {
      if (times.repeats(i) > 0) {
        double odds = logOddsToHaveLeft(times.repeats(i), times.recency(i), times.age(i));
        double other = times.left(i) ? -odds : odds;
        sum += times.customers(i) * (Math.max(other, 0) + Math.log1p(Math.exp(-Math.abs(other))));
      }
    }
    return sum;
  }

  /**
   * The chance that a customer has not left: Fader and Hardie 2008, "Computing P(alive) Using the
   * BG/NBD Model". It is 1 for one who never came back, as the model lets nobody leave before.
   *
   * @param repeats days with purchases after the first
   * @param recency weeks from the first purchase to the last
   * @param age weeks from the first purchase to the end of the observation
   */
  double alive(double repeats, double recency, double age) {
    if (repeats == 0) {
      return 1;
    }
    return 1 / (1 + Math.exp(logOddsToHaveLeft(repeats, recency, age)));
  }

  private double logOddsToHaveLeft(double repeats, double recency, double age) {
    return Math.log(a / (b + repeats - 1))
        + (r + repeats) * Math.log((alpha + age) / (alpha + recency));
  }

  /**
   * Expected purchases of a customer in the next weeks: equation 10 of the paper.
   *
   * <p>By Euler's transformation (Abramowitz and Stegun 1964, 15.3.3) the power and the
   * hypergeometric function of the equation become (1-z)^(a-1) F(a+b-1-r, a-1; a+b+x-1; z): its
   * terms neither grow nor vanish with the number of purchases.
   */
  double expectedPurchases(double repeats, double recency, double age, double weeks) {
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
