package io.growthline.domain.campaign;

import io.growthline.domain.decision.ProbabilityRange;
import java.util.List;

/**
 * Which customers a campaign is for: those who match all that is asked. Of a list any value will
 * do, and an empty one asks for nothing. Who a campaign may never address is left out whatever is
 * asked, see {@link LeftOutReason}.
 *
 * @param behaviouralSegments how they spend
 * @param incomeSegments income bands
 * @param riskBands bands of the churn model
 * @param valueBands bands of expected margin
 * @param churn chances of leaving; null for any, unknown ones included
 * @param leastMarginMinor least expected margin of 52 weeks; null for any, an unknown one included
 * @param leastActivation least score of the activation model; null for any
 */
public record CampaignAudience(
    List<String> behaviouralSegments,
    List<String> incomeSegments,
    List<String> riskBands,
    List<String> valueBands,
    ProbabilityRange churn,
    Long leastMarginMinor,
    Double leastActivation) {
  /** Everybody. */
  public static final CampaignAudience ALL =
      new CampaignAudience(List.of(), List.of(), List.of(), List.of(), null, null, null);

  public CampaignAudience {
    behaviouralSegments = List.copyOf(behaviouralSegments);
    incomeSegments = List.copyOf(incomeSegments);
    riskBands = List.copyOf(riskBands);
    valueBands = List.copyOf(valueBands);
  }
}
