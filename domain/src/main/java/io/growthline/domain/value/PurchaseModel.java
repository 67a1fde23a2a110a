package io.growthline.domain.value;

import org.hipparchus.special.Gamma;

/**
 * When customers buy: at a rate of their own, which differs between them by a gamma distribution,
 * until they leave, which they may after any repeat purchase (Fader, Hardie and Lee 2005, "Counting
 * Your Customers the Easy Way: An Alternative to the Pareto/NBD Model", Marketing Science 24(2)).
 * Models differ in how the chance to leave is spread. Times are in weeks from the first purchase.
 */
sealed interface PurchaseModel permits BgNbd, GeometricNbd {
  /** Shape of the gamma distribution of rates. */
  double r();

  /** Its scale, in weeks. */
  double alpha();

  /** Logarithm of the chance not to leave after any of some repeat purchases. */
  double logChanceToStay(double repeats);

  /** Logarithm of the odds to leave after the last of some repeat purchases, of 1 or more. */
  double logOddsToLeave(double repeats);

  /**
   * Expected purchases of a customer in the next weeks.
   *
   * @param repeats days with purchases after the first
   * @param recency weeks from the first purchase to the last
   * @param age weeks from the first purchase to the end of the observation
   */
  double expectedPurchases(double repeats, double recency, double age, double weeks);

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
  default double logLikelihood(PurchaseTimes times) {
    double common = r() * Math.log(alpha()) - Gamma.logGamma(r());
    double sum =
        times.sumByRepeats(
                (x, customers, left) ->
                    customers * (common + Gamma.logGamma(r() + x) + logChanceToStay(x))
                        + (left > 0 ? left * logOddsToLeave(x) : 0))
            - times.sumByTime(
                (time, customers, purchases) ->
                    (r() * customers + purchases) * Math.log(alpha() + time));
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
   * BG/NBD Model". It is 1 for one who never came back, as the models let nobody leave before.
   *
   * @param repeats days with purchases after the first
   * @param recency weeks from the first purchase to the last
   * @param age weeks from the first purchase to the end of the observation
   */
  default double alive(double repeats, double recency, double age) {
    if (repeats == 0) {
      return 1;
    }
    return 1 / (1 + Math.exp(logOddsToHaveLeft(repeats, recency, age)));
  }

  private double logOddsToHaveLeft(double repeats, double recency, double age) {
    return logOddsToLeave(repeats)
        + (r() + repeats) * Math.log((alpha() + age) / (alpha() + recency));
  }
}
