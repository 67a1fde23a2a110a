package io.growthline.domain.campaign;

import java.util.EnumMap;
import java.util.Map;

/**
 * Customers who match what a campaign asks for.
 *
 * @param worthwhile of the audience, those whose own expected value is above 0
 * @param others of the audience
 * @param leftOut customers by the first reason why they are not in the audience
 */
public record AudienceSums(
    CampaignSums worthwhile, CampaignSums others, Map<LeftOutReason, Long> leftOut) {
  public AudienceSums {
    Map<LeftOutReason, Long> ordered = new EnumMap<>(LeftOutReason.class);
    ordered.putAll(leftOut);
    leftOut = ordered;
  }

  /** The whole audience. */
  CampaignSums all() {
    return worthwhile.plus(others);
  }

  /** Customers who match, those left out included. */
  long matching() {
    return all().customers() + leftOut.values().stream().mapToLong(Long::longValue).sum();
  }
}
