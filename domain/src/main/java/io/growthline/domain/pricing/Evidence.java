package io.growthline.domain.pricing;

import java.util.List;

/**
 * What was observed of a segment: offers shown to eligible customers who need no protection, with a
 * known outcome and a price above zero.
 *
 * @param exposures offers that count
 * @param acceptances offers taken
 * @param complaints offers followed by a complaint within 14 days
 * @param pricesMinor different monthly prices, ascending
 * @param incentivesMinor different incentives, ascending
 * @param meanPriceMinor mean monthly price over exposures
 * @param meanIncentiveMinor mean incentive over exposures
 */
public record Evidence(
    long exposures,
    long acceptances,
    long complaints,
    List<Long> pricesMinor,
    List<Long> incentivesMinor,
    double meanPriceMinor,
    double meanIncentiveMinor) {}
