package io.growthline.domain.event;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;

/** Spending and other account movements of customers. */
@Table(
    dataset = "raw",
    name = "transactions",
    grain = "one card or account transaction",
    description = "Spending and other account movements of customers.",
    key = {"event_id", "customer_id"},
    partition = "occurred_at",
    freshDays = 2,
    cluster = {"customer_id"})
public record Transaction(
    String eventId,
    String idempotencyKey,
    String customerId,
    Instant occurredAt,
    Instant ingestedAt,
    long schemaVersion,
    String source,
    @Column("Identifies the transaction.") String transactionId,
    @Column(value = "Amount: positive for spending, negative for a refund.", unit = "minor")
        long amountMinor,
    @Column("ISO 4217 code.") String currency,
    @Column(value = "Merchant as shown to the customer.", nullable = true) String merchantName,
    @Column(value = "Merchant category.", nullable = true) String merchantCategory,
    @Column(value = "How it was made, for example card_present or online.", nullable = true)
        String channel,
    @Column(
            value =
                "Whether the transaction went through; a reversed one takes back what its transaction_id names.",
            allowed = {"approved", "declined", "reversed"})
        String status,
    @Column(value = "Why it was declined.", nullable = true) String declineReason)
    implements RawEvent {
  /** Whether money moved. */
  public boolean approved() {
    return status.equals("approved");
  }

  public boolean declined() {
    return status.equals("declined");
  }

  /** Whether it was taken back, or takes back another event of the same transaction. */
  public boolean reversed() {
    return status.equals("reversed");
  }
}
