package io.growthline.domain.decision;

import io.growthline.domain.pricing.Estimate;

/**
 * What an action is expected to bring and cost for one customer. Amounts are rounded half even
 * once; {@code valueSavedMinor - contactCostMinor - stayerIncentiveMinor = netMinor} holds exactly.
 * Nobody who would have stayed counts as kept.
 *
 * @param kept chance that the customer would leave and is kept: p·s
 * @param valueSavedMinor what is not lost, less the incentive of those kept: p·s·(V - i)
 * @param contactCostMinor c
 * @param stayerIncentiveMinor incentive to those who would have stayed: (1 - p)·i·t
 * @param netMinor expected value
 * @param lowerMinor lower end of its 90 % interval
 * @param upperMinor upper end of that interval
 * @param costMinor what is paid in expectation: contact and incentive of those kept and those who
 *     would have stayed
 */
public record ExpectedValue(
    double kept,
    long valueSavedMinor,
    long contactCostMinor,
    long stayerIncentiveMinor,
    long netMinor,
    long lowerMinor,
    long upperMinor,
    long costMinor) {

  /**
   * The expected value p·s·(V - i) - c - (1 - p)·i·t. Its interval combines those of p, V and s,
   * taken as independent, to first order: JCGM 100:2008, equation 10.
   *
   * @param p chance of leaving without the action
   * @param value what is lost when the customer leaves, in minor units
   * @throws ArithmeticException when an amount does not fit 64 bits
   */
  public static ExpectedValue of(Action action, Estimate p, Estimate value) {
    double s = action.success().value();
    double i = action.incentiveMinor();
    double stayerIncentive = i * action.takeUp();
    double kept = p.value() * s;
    long saved = round(kept * (value.value() - i));
    long toStayers = round((1 - p.value()) * stayerIncentive);
    long contact = action.contactCostMinor();
    long net = Math.subtractExact(Math.subtractExact(saved, contact), toStayers);
    double half =
        Math.sqrt(
            square((s * (value.value() - i) + stayerIncentive) * half(p))
                + square(kept * half(value))
                + square(p.value() * (value.value() - i) * half(action.success())));
    return new ExpectedValue(
        kept,
        saved,
        contact,
        toStayers,
        net,
        round(net - half),
        round(net + half),
        Math.addExact(Math.addExact(contact, round(kept * i)), toStayers));
  }

  private static double half(Estimate estimate) {
    return (estimate.upper() - estimate.lower()) / 2;
  }

  private static double square(double x) {
    return x * x;
  }

  /**
   * An amount as whole minor units, half even.
   *
   * @throws ArithmeticException when it does not fit 64 bits
   */
  public static long round(double minor) {
    double whole = Math.rint(minor);
    if (!(Math.abs(whole) < 0x1p62)) {
      throw new ArithmeticException("an amount of " + minor + " does not fit 64 bits");
    }
    return (long) whole;
  }
}
