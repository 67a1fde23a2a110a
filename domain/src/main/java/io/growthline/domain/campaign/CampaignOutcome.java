package io.growthline.domain.campaign;

import io.growthline.domain.decision.ExpectedValue;

/**
 * What a campaign is expected to bring and cost against the baseline, in which nobody is contacted.
 * Amounts are rounded half even once; {@code valueSavedMinor - contactCostMinor -
 * stayerIncentiveMinor = netMinor} holds exactly. Nobody who would have stayed counts as kept.
 *
 * @param contacts customers contacted
 * @param leavers of them, expected to leave in the baseline
 * @param stayers of them, expected to stay in the baseline
 * @param kept of the leavers, expected to stay because of the campaign
 * @param valueSavedMinor what those kept do not take along, less their incentive
 * @param contactCostMinor of all contacts
 * @param stayerIncentiveMinor incentive to those who would have stayed
 * @param netMinor expected value of the campaign
 * @param netLowerMinor lower end of its 90 % interval
 * @param netUpperMinor upper end of that interval
 * @param costMinor what is paid in expectation: contacts and all incentives
 * @param returnOnCost net over cost; null where nothing is paid
 * @param costPerKeptMinor cost over kept; null where nobody is kept
 */
public record CampaignOutcome(
    long contacts,
    double leavers,
    double stayers,
    double kept,
    long valueSavedMinor,
    long contactCostMinor,
    long stayerIncentiveMinor,
    long netMinor,
    long netLowerMinor,
    long netUpperMinor,
    long costMinor,
    Double returnOnCost,
    Long costPerKeptMinor) {
  private static final double NOBODY = 1e-9;

  /**
   * The sum over customers of p·s·(V - i) - c - (1 - p)·i·t, see {@link ExpectedValue}. Its
   * interval combines those of p, V and s to first order (JCGM 100:2008, equation 10). There is one
   * s for all customers, so what its error does to each adds up before it is squared; errors of p
   * and V are taken as independent between customers.
   *
   * @throws ArithmeticException when an amount does not fit 64 bits
   */
  static CampaignOutcome of(CampaignTerms terms, CampaignSums customers) {
    double s = terms.success().value();
    double leavers = customers.leavers();
    double stayers = customers.customers() - leavers;
    double kept = leavers * s;
    double incentive = terms.incentiveMinor();
    double perSuccess = customers.lostMinor() - leavers * incentive;
    long saved = ExpectedValue.round(s * perSuccess);
    long contact = Math.multiplyExact(customers.customers(), terms.contactCostMinor());
    long toStayers = ExpectedValue.round(stayers * terms.stayerIncentive());
    long net = Math.subtractExact(Math.subtractExact(saved, contact), toStayers);
    double ofSuccess = perSuccess * (terms.success().upper() - terms.success().lower()) / 2;
    double half = Math.sqrt(customers.spread(terms) + ofSuccess * ofSuccess);
    long cost =
        Math.addExact(Math.addExact(contact, ExpectedValue.round(kept * incentive)), toStayers);
    return new CampaignOutcome(
        customers.customers(),
        leavers,
        stayers,
        kept,
        saved,
        contact,
        toStayers,
        net,
        ExpectedValue.round(net - half),
        ExpectedValue.round(net + half),
        cost,
        cost == 0 ? null : (double) net / cost,
        kept < NOBODY ? null : ExpectedValue.round(cost / kept));
  }

  /** Whether the interval of the net lies on both sides of 0. */
  boolean isOpen() {
    return netLowerMinor <= 0 && netUpperMinor >= 0;
  }
}
