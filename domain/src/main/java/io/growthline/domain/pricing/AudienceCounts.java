package io.growthline.domain.pricing;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;

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
    long subscribedDays) {

  /**
   * @throws ArithmeticException when a sum does not fit 64 bits
   */
  AudienceCounts plus(AudienceCounts other) {
    return new AudienceCounts(
        Math.addExact(customers, other.customers),
        Math.addExact(excludedVulnerable, other.excludedVulnerable),
        Math.addExact(scored, other.scored),
        Math.addExact(scoreMicros, other.scoreMicros),
        Math.addExact(scoreSquareMicros, other.scoreSquareMicros),
        Math.addExact(cancelled, other.cancelled),
        Math.addExact(subscribedDays, other.subscribedDays));
  }

  void write(RowBuffer out) {
    out.putZigzag(customers);
    out.putZigzag(excludedVulnerable);
    out.putZigzag(scored);
    out.putZigzag(scoreMicros);
    out.putZigzag(scoreSquareMicros);
    out.putZigzag(cancelled);
    out.putZigzag(subscribedDays);
  }

  static AudienceCounts read(RowCursor in) {
    return new AudienceCounts(
        in.readZigzag(),
        in.readZigzag(),
        in.readZigzag(),
        in.readZigzag(),
        in.readZigzag(),
        in.readZigzag(),
        in.readZigzag());
  }
}
