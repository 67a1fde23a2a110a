package io.growthline.domain.campaign;

import io.growthline.domain.pricing.Estimate;

/**
 * All that must be known of customers to say what any campaign would bring: sums over them, so that
 * many customers cost no more than one. Terms are whole numbers of small units, so that sums are
 * the same in whatever order they are made. Below, p is the chance of leaving, V what is lost then
 * in minor units, h and w the half widths of their 90 % intervals.
 *
 * @param customers how many
 * @param assumed how many of them have a chance that no model measured
 * @param chance sum of p, in units of {@code 1 / CHANCE}
 * @param atStake sum of p·V, in minor units over {@code AMOUNT}
 * @param chanceSpread sum of h², in units of {@code 1 / CHANCE_SPREAD}
 * @param mixedSpread sum of V·h², in minor units over {@code AMOUNT}
 * @param valueSpread sum of V²·h², in squares of minor units
 * @param lossSpread sum of p²·w², in squares of minor units
 */
public record CampaignSums(
    long customers,
    long assumed,
    long chance,
    long atStake,
    long chanceSpread,
    long mixedSpread,
    long valueSpread,
    long lossSpread) {
  /** Units of a chance of 1. */
  public static final double CHANCE = 1e9;

  /** Units of a minor unit. */
  public static final double AMOUNT = 1e6;

  /** Units of a squared chance of 1. */
  public static final double CHANCE_SPREAD = 1e12;

  /** Nobody. */
  public static final CampaignSums NONE = new CampaignSums(0, 0, 0, 0, 0, 0, 0, 0);

  /** One customer, whose chance a model measured. */
  public static CampaignSums of(Estimate p, Estimate value) {
    double h = (p.upper() - p.lower()) / 2;
    double w = (value.upper() - value.lower()) / 2;
    double v = value.value();
    return new CampaignSums(
        1,
        0,
        Math.round(p.value() * CHANCE),
        Math.round(p.value() * v * AMOUNT),
        Math.round(h * h * CHANCE_SPREAD),
        Math.round(v * h * h * AMOUNT),
        Math.round(v * h * v * h),
        Math.round(p.value() * w * p.value() * w));
  }

  /**
   * These customers and others.
   *
   * @throws ArithmeticException when a sum does not fit 64 bits
   */
  public CampaignSums plus(CampaignSums others) {
    return new CampaignSums(
        Math.addExact(customers, others.customers),
        Math.addExact(assumed, others.assumed),
        Math.addExact(chance, others.chance),
        Math.addExact(atStake, others.atStake),
        Math.addExact(chanceSpread, others.chanceSpread),
        Math.addExact(mixedSpread, others.mixedSpread),
        Math.addExact(valueSpread, others.valueSpread),
        Math.addExact(lossSpread, others.lossSpread));
  }

  /** Customers expected to leave when nobody is contacted. */
  double leavers() {
    return chance / CHANCE;
  }

  /** What they take along, in minor units. */
  double lostMinor() {
    return atStake / AMOUNT;
  }

  /**
   * Square of the half width that chances and values give the net, in squares of minor units.
   *
   * @see CampaignOutcome#of
   */
  double spread(CampaignTerms terms) {
    double s = terms.success().value();
    double k = s * terms.incentiveMinor() - terms.stayerIncentive();
    double ofChances =
        s * s * valueSpread
            - 2 * s * k * (mixedSpread / AMOUNT)
            + k * k * (chanceSpread / CHANCE_SPREAD);
    return Math.max(0, ofChances) + s * s * lossSpread;
  }
}
