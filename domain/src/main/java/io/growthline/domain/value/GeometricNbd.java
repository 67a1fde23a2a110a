package io.growthline.domain.value;

/**
 * When customers buy who all have the same chance to leave after a repeat purchase: the BG/NBD
 * model (Fader, Hardie and Lee 2005) where its a and b grow without end, and a/(a+b) stays p.
 *
 * <p>The likelihood of one customer (equation 3 of the paper) is mixed over rates alone, not over
 * chances to leave. In equation 6, with c = a+b, B(a,b+x)/B(a,b) is the product of (b+i)/(c+i) for
 * i of 0 to x-1, each of which goes to 1-p, and a/(b+x-1) goes to p/(1-p); the same holds for the
 * chance to be there. Of a customer who is, the rate has the gamma distribution of shape r+x and
 * scale alpha+T. Purchases in t weeks at a rate of λ are (1 - e^(-λpt)) / p; mixed over that
 * distribution, equation 10 becomes (1 - ((alpha+T) / (alpha+T+pt))^(r+x)) / p times the chance to
 * be there.
 *
 * @param r shape of the gamma distribution of rates
 * @param alpha its scale, in weeks
 * @param p chance to leave after a repeat purchase, below 1
 */
record GeometricNbd(double r, double alpha, double p) implements PurchaseModel {
  static GeometricNbd of(double[] parameters) {
    return new GeometricNbd(parameters[0], parameters[1], parameters[2]);
  }

  @Override
  public double logChanceToStay(double repeats) {
    return repeats * Math.log1p(-p);
  }

  @Override
  public double logOddsToLeave(double repeats) {
    return Math.log(p) - Math.log1p(-p);
  }

  @Override
  public double expectedPurchases(double repeats, double recency, double age, double weeks) {
    double logShare = -(r + repeats) * Math.log1p(p * weeks / (alpha + age));
    return -Math.expm1(logShare) / p * alive(repeats, recency, age);
  }
}
