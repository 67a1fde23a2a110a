package io.growthline.domain.pricing;

import java.io.Serializable;

/**
 * Counts of the customers of one segment.
 *
 * @param customers customers that scenarios address
 * @param excludedVulnerable customers left out to protect them
 * @param scored addressed customers with a churn score
 * @param scoreMicros sum of their scores in millionths: whole numbers add up to the same in any
 *     order
 * @param scoreSquareMicros sum of the squares of their scores in millionths
 * @param cancelled customers, vulnerable ones apart, who cancelled
 * @param subscribedDays days that customers, vulnerable ones apart, were subscribed
 */
public record AudienceCounts(
    long customers,
    long excludedVulnerable,
    long scored,
    long scoreMicros,
    long scoreSquareMicros,
    long cancelled,
    long subscribedDays)
    implements Serializable {

  AudienceCounts plus(AudienceCounts other) {
    return new AudienceCounts(
        customers + other.customers,
        excludedVulnerable + other.excludedVulnerable,
        scored + other.scored,
        scoreMicros + other.scoreMicros,
        scoreSquareMicros + other.scoreSquareMicros,
        cancelled + other.cancelled,
        subscribedDays + other.subscribedDays);
  }
}
