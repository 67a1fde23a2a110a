package io.growthline.domain.pricing;

import java.util.List;

/**
 * Demand of one segment as a function of price and incentive.
 *
 * @param segment income band, or {@code all}
 * @param evidence what the model was fitted to
 * @param fit coefficients of {@link #regressors}; null when the model could not be fitted
 * @param elasticity own-price elasticity at the mean price; null when withheld
 * @param economics what an accepted offer brings
 * @param audience the customers of the segment
 * @param verdict whether the model can be used
 * @param reasons why it cannot, one sentence each
 */
public record DemandModel(
    String segment,
    Evidence evidence,
    LogitFit fit,
    Estimate elasticity,
    Economics economics,
    Audience audience,
    Verdict verdict,
    List<String> reasons) {

  /**
   * The regressors of an offer: 1, ln(price / mean price) and, where incentives varied, the
   * incentive as a share of twelve mean prices. Dividing by the mean price leaves the coefficients
   * of price and incentive as they are and makes the fit well conditioned.
   */
  static double[] regressors(Evidence evidence, double priceMinor, double incentiveMinor) {
    double price = Math.log(priceMinor / evidence.meanPriceMinor());
    if (evidence.incentivesMinor().size() < 2) {
      return new double[] {1, price};
    }
    return new double[] {1, price, incentiveMinor / (12 * evidence.meanPriceMinor())};
  }
}
