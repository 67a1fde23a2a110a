package io.growthline.domain.event;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;

/** What the ledger says about rewards; the customer is the one who is rewarded. */
@Table(
    dataset = "raw",
    name = "reward_postings",
    grain = "one line of a double-entry journal",
    description =
        "What the ledger says about rewards, line by line; the customer is the one who is rewarded.",
    key = {"event_id", "customer_id"},
    partition = "occurred_at",
    cluster = {"customer_id"})
public record RewardPosting(
    String eventId,
    String idempotencyKey,
    String customerId,
    Instant occurredAt,
    Instant ingestedAt,
    long schemaVersion,
    String source,
    @Column("Journal of the line; debits and credits of a journal are equal when it balances.")
        String journalId,
    @Column(value = "Reward concerned.", references = "raw.referrals.reward_id") String rewardId,
    @Column(
            value = "What the journal does: books, settles or reverses the reward.",
            allowed = {"booked", "settled", "reversed"})
        String posting,
    @Column(
            value = "Account of the line.",
            allowed = {"reward_expense", "reward_payable", "cash"})
        String account,
    @Column(
            value = "Side of the account.",
            allowed = {"debit", "credit"})
        String side,
    @Column(value = "Amount.", unit = "minor", min = 1) long amountMinor)
    implements RawEvent {
  /** A reward is booked before it is settled or reversed. */
  @Override
  public int rank() {
    return switch (posting) {
      case "booked" -> 0;
      case "settled" -> 1;
      default -> 2;
    };
  }
}
