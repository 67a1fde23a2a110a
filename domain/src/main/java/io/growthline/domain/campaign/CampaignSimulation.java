package io.growthline.domain.campaign;

import io.growthline.domain.pricing.Verdict;
import java.util.List;
import java.util.Map;

/**
 * What a campaign would bring: a scenario, never a promise. Numbers are null, and lists of them
 * empty, where the verdict is invalid.
 *
 * @param terms what was asked
 * @param matching customers who match the audience, those left out included
 * @param leftOut customers by the first reason why they are not contacted
 * @param everybody contacting the whole audience; the verdict is on this
 * @param worthwhile contacting only those whose own expected value is above 0
 * @param breakEvenSuccess share of leavers kept at which the net of everybody is 0; null when none
 *     is high enough
 * @param breakEvenIncentiveMinor incentive at which it is 0; null when the campaign loses money
 *     without one, or where nobody would get it
 * @param sensitivity the net of everybody by each term
 * @param verdict whether the result can be used
 * @param reasons why it cannot, one sentence each
 */
public record CampaignSimulation(
    CampaignTerms terms,
    long matching,
    Map<LeftOutReason, Long> leftOut,
    CampaignOutcome everybody,
    CampaignOutcome worthwhile,
    Double breakEvenSuccess,
    Long breakEvenIncentiveMinor,
    List<Sensitivity> sensitivity,
    Verdict verdict,
    List<String> reasons) {

  /**
   * Simulates a campaign.
   *
   * @throws ArithmeticException when an amount does not fit 64 bits
   */
  public static CampaignSimulation of(CampaignTerms terms, AudienceSums audience) {
    CampaignSums all = audience.all();
    String invalid = invalid(audience, all);
    if (invalid != null) {
      return new CampaignSimulation(
          terms,
          audience.matching(),
          audience.leftOut(),
          null,
          null,
          null,
          null,
          List.of(),
          Verdict.INVALID,
          List.of(invalid));
    }
    CampaignOutcome everybody = CampaignOutcome.of(terms, all);
    List<String> open = CampaignDoubts.of(everybody, all);
    return new CampaignSimulation(
        terms,
        audience.matching(),
        audience.leftOut(),
        everybody,
        CampaignOutcome.of(terms, audience.worthwhile()),
        breakEvenSuccess(terms, all),
        breakEvenIncentive(terms, all),
        Sensitivity.of(terms, all),
        open.isEmpty() ? Verdict.OK : Verdict.INCONCLUSIVE,
        open);
  }

  private static String invalid(AudienceSums audience, CampaignSums all) {
    if (audience.matching() == 0) {
      return "No customer matches the audience.";
    }
    if (all.customers() == 0) {
      return "Each of the %d customers who match is left out.".formatted(audience.matching());
    }
    return all.atStake() <= 0
        ? "Those who would leave bring no margin, so there is nothing to save."
        : null;
  }

  /** s with s·(sum of p·V - i·sum of p) = c·n + i·t·(n - sum of p); null when none is in [0, 1]. */
  private static Double breakEvenSuccess(CampaignTerms terms, CampaignSums all) {
    double stayers = all.customers() - all.leavers();
    double cost =
        (double) all.customers() * terms.contactCostMinor() + stayers * terms.stayerIncentive();
    double gain = all.lostMinor() - all.leavers() * terms.incentiveMinor();
    return gain > 0 && cost <= gain ? cost / gain : null;
  }

  /** i with s·sum of p·V - c·n = i·(s·sum of p + t·(n - sum of p)). */
  private static Long breakEvenIncentive(CampaignTerms terms, CampaignSums all) {
    double s = terms.success().value();
    double without = s * all.lostMinor() - (double) all.customers() * terms.contactCostMinor();
    double paid = s * all.leavers() + terms.takeUp() * (all.customers() - all.leavers());
    return without >= 0 && paid > 1e-9 ? (long) Math.floor(without / paid) : null;
  }
}
