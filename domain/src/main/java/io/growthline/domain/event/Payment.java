package io.growthline.domain.event;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;

/** Payments of invoices and their result. */
@Table(
    dataset = "raw",
    name = "payments",
    grain = "one attempt to pay",
    description = "Payments of invoices and their result.",
    key = {"event_id", "customer_id"},
    partition = "occurred_at",
    freshDays = 7,
    cluster = {"customer_id"},
    version = 2)
public record Payment(
    String eventId,
    String idempotencyKey,
    String customerId,
    Instant occurredAt,
    Instant ingestedAt,
    long schemaVersion,
    String source,
    @Column("Identifies the payment.") String paymentId,
    @Column(value = "Invoice paid.", references = "raw.invoices.invoice_id") String invoiceId,
    @Column(value = "Amount.", unit = "minor", min = 0) long amountMinor,
    @Column(
            value = "Result.",
            allowed = {"succeeded", "failed", "refunded"})
        String status,
    @Column(
            value = "Why it failed, for example insufficient_funds or expired_card.",
            nullable = true)
        String failureReason,
    @Column(
            value =
                "Which attempt to collect the invoice it was, from 1; absent for refunds. Since version 2.",
            nullable = true,
            min = 1)
        Long attempt)
    implements RawEvent {
  public boolean succeeded() {
    return status.equals("succeeded");
  }

  public boolean failed() {
    return status.equals("failed");
  }

  public boolean refunded() {
    return status.equals("refunded");
  }
}
