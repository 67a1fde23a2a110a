package io.growthline.cloudrun.api;

import io.growthline.domain.campaign.CampaignOutcome;
import io.growthline.domain.campaign.CampaignSimulation;
import io.growthline.domain.campaign.LeftOutReason;
import io.growthline.domain.campaign.Sensitivity;
import io.growthline.domain.pricing.Verdict;
import java.time.LocalDate;
import java.util.List;

/**
 * What a campaign would bring, against contacting nobody; null and empty where withheld.
 *
 * @param asOf everything known before this day is reflected
 * @param currency of all amounts; null where no data name one
 * @param matching customers who match the audience, those left out included
 * @param leftOut of them, who is not contacted, by the first reason that applies
 * @param everybody contacting the whole audience; the verdict is on this
 * @param worthwhile contacting only those whose own expected value is above 0
 * @param breakEvenSuccess share of leavers kept from which contacting everybody pays
 * @param breakEvenIncentiveMinor incentive up to which it pays
 * @param sensitivity the net of everybody by each term
 * @param verdict whether the result can be used
 * @param reasons why it cannot
 * @param page address of the page that shows the same
 * @param targetsCsv address of the customers of the audience, the most valuable first
 * @param guardrails what must be respected
 */
public record CampaignResponse(
    LocalDate asOf,
    String currency,
    long matching,
    List<LeftOut> leftOut,
    CampaignOutcome everybody,
    CampaignOutcome worthwhile,
    Double breakEvenSuccess,
    Long breakEvenIncentiveMinor,
    List<Sensitivity> sensitivity,
    Verdict verdict,
    List<String> reasons,
    String page,
    String targetsCsv,
    List<Guardrail> guardrails) {

  /** Customers who are left out for one reason. */
  public record LeftOut(LeftOutReason reason, long customers, String message) {}

  static CampaignResponse of(
      CampaignSimulation simulation, LocalDate asOf, String currency, String page) {
    return new CampaignResponse(
        asOf,
        currency,
        simulation.matching(),
        simulation.leftOut().entrySet().stream()
            .map(e -> new LeftOut(e.getKey(), e.getValue(), e.getKey().words()))
            .toList(),
        simulation.everybody(),
        simulation.worthwhile(),
        simulation.breakEvenSuccess(),
        simulation.breakEvenIncentiveMinor(),
        simulation.sensitivity(),
        simulation.verdict(),
        simulation.reasons(),
        page,
        simulation.everybody() == null ? null : page + "&export=campaign-targets",
        List.of(Guardrail.PRIORITISATION));
  }
}
