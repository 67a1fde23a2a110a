package io.growthline.cloudrun.api;

/**
 * What a scenario asks.
 *
 * @param segment income band, or {@code all}
 * @param priceMinor monthly price in minor units
 * @param incentiveMinor one-off incentive in minor units; 0 when absent
 */
public record PricingRequest(String segment, Long priceMinor, Long incentiveMinor) {}
