package io.growthline.domain.value;

import org.hipparchus.special.Gamma;

/**
 * For how much customers buy: amounts of one customer spread around a mean of their own, and means
 * do not depend on how often customers buy (Fader and Hardie 2013, "The Gamma-Gamma Model of
 * Monetary Value").
 *
 * @param p shape of the gamma distribution of amounts
 * @param q shape of the gamma distribution of their scales
 * @param v scale of the latter, in units of 100 minor
 */
record GammaGamma(double p, double q, double v) {
  /** Minor units to one in which {@code v} is. */
  static final double UNIT = 100;

  static GammaGamma of(double[] parameters) {
    return new GammaGamma(parameters[0], parameters[1], parameters[2]);
  }

  /**
   * Logarithm of the likelihood of all customers with repeat purchases: equation 1a of the note.
   * Its terms follow from the number of purchases, or are linear in it at each value.
   */
  double logLikelihood(PurchaseValues all) {
    double sum = all.allCustomers() * (q * Math.log(v) - Gamma.logGamma(q));
    for (int i = 0; i < all.repeats(); i++) {
      double x = all.repeats(i);
      sum +=
          all.customersWithRepeats(i)
              * (Gamma.logGamma(p * x + q) - Gamma.logGamma(p * x) + Math.log(x));
    }
    for (int i = 0; i < all.values(); i++) {
      double n = all.customersWithValue(i);
      double px = p * all.purchasesWithValue(i);
      double value = all.value(i);
      sum += (px - n) * Math.log(value) - (px + n * q) * Math.log(v + value);
    }
    return sum;
  }

  /** Mean purchase of the average customer, in minor units; for q above 1. */
  double meanMinor() {
    return UNIT * p * v / (q - 1);
  }

  /**
   * Expected mean purchase of a customer, in minor units: equation 5 of the note. The mean of all
   * without repeat purchases; nearer to the customer's own the more there are.
   *
   * @param repeats days with purchases after the first
   * @param minor what was bought on these
   */
  double expectedMinor(double repeats, double minor) {
    return p * (UNIT * v + minor) / (p * repeats + q - 1);
  }
}
