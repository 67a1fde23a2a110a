package io.growthline.domain.event;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;

/** Invitations and rewards; some producers name only the reward. */
@Table(
    dataset = "raw",
    name = "referrals",
    grain = "one stage of a referral or its reward",
    description = "Invitations and rewards; some producers name only the reward.",
    key = {"event_id", "customer_id"},
    partition = "occurred_at",
    cluster = {"customer_id"})
public record Referral(
    String eventId,
    String idempotencyKey,
    String customerId,
    Instant occurredAt,
    Instant ingestedAt,
    long schemaVersion,
    String source,
    @Column(value = "Identifies the referral.", nullable = true) String referralId,
    @Column(value = "Identifies the reward.", nullable = true) String rewardId,
    @Column(value = "Customer who was referred.", nullable = true) String referredCustomerId,
    @Column(
            value = "Stage reached.",
            allowed = {"invited", "qualified", "booked", "settled", "reversed"})
        String stage,
    @Column(
            value = "Reward; of a qualified referral what the referrer is entitled to.",
            nullable = true,
            unit = "minor",
            min = 0)
        Long rewardMinor,
    @Column(value = "Why the stage was reached.", nullable = true) String reason)
    implements RawEvent {
  public boolean qualifies() {
    return stage.equals("qualified");
  }
}
