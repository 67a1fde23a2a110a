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

  /** Logarithm of the likelihood of all customers with repeat purchases: equation 1a of the note. */
  double logLikelihood(PurchaseValues values) {
    double common = q * Math.log(v) - Gamma.logGamma(q);
    double sum = 0;
    double repeats = -1;
    double ofRepeats = 0;
    for (int i = 0; i < values.size(); i++) {
      double x = values.repeats(i);
      double value = values.value(i);
      if (x != repeats) {
        repeats = x;
        ofRepeats = Gamma.logGamma(p * x + q) - Gamma.logGamma(p * x) + Math.log(x);
      }
      double here = (p * x - 1) * Math.log(value) - (p * x + q) * Math.log(v + value);
      sum += values.customers(i) * (common + ofRepeats + here);
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
