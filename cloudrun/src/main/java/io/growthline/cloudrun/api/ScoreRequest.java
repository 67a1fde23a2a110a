package io.growthline.cloudrun.api;

import java.util.Map;

/**
 * What to score: a known customer, or features given by the caller. Exactly one of the two.
 *
 * @param customerId a customer of the published warehouse
 * @param features values by name; a feature that is absent or null counts as missing
 */
public record ScoreRequest(String customerId, Map<String, Double> features) {}
