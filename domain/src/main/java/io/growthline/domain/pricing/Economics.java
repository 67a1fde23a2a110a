package io.growthline.domain.pricing;

/**
 * What an accepted offer brings.
 *
 * @param marginRatio margin before incentive as a share of twelve months' revenue; null when no
 *     margin was observed
 * @param marginRatioError standard error of the ratio
 * @param incentivePayout incentive paid as a share of the incentive shown, over accepted offers
 */
public record Economics(Double marginRatio, Double marginRatioError, double incentivePayout) {}
