package io.growthline.domain.pricing;

/**
 * The customers of a segment.
 *
 * @param customers customers that a scenario addresses
 * @param excludedVulnerable customers left out to protect them
 * @param churn share of the customers that leaves in 30 days; null when unknown
 */
public record Audience(long customers, long excludedVulnerable, Estimate churn) {}
