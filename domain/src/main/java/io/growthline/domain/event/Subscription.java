package io.growthline.domain.event;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;
import java.time.LocalDate;

/** Start, change and end of paid plans. */
@Table(
    dataset = "raw",
    name = "subscriptions",
    grain = "one change of a subscription",
    description = "Start, change and end of paid plans.",
    key = {"event_id", "customer_id"},
    partition = "occurred_at",
    freshDays = 7,
    cluster = {"customer_id"},
    version = 2)
public record Subscription(
    String eventId,
    String idempotencyKey,
    String customerId,
    Instant occurredAt,
    Instant ingestedAt,
    long schemaVersion,
    String source,
    @Column("Identifies the subscription.") String subscriptionId,
    @Column("Plan after the change.") String plan,
    @Column(
            value = "What happened.",
            allowed = {"start", "upgrade", "downgrade", "cancel"})
        String change,
    @Column(value = "Monthly price after the change.", unit = "minor", min = 0) long priceMinor,
    @Column(
            value =
                "How much less than the price each invoice asks for while the discount lasts. Since version 2.",
            nullable = true,
            unit = "minor",
            min = 0)
        Long discountMinor,
    @Column(
            value =
                "Last day of the discount; a period that begins later is invoiced in full. Since version 2.",
            nullable = true,
            notBefore = Column.FIRST_DAY,
            notAfter = Column.LAST_DAY)
        LocalDate discountEndsOn,
    @Column(
            value = "Why it was cancelled: by choice, or because payments failed. Since version 2.",
            nullable = true,
            allowed = {"chosen", "payment_failed"})
        String cancelReason)
    implements RawEvent {
  public boolean starts() {
    return change.equals("start");
  }

  public boolean cancels() {
    return change.equals("cancel");
  }

  public boolean downgrades() {
    return change.equals("downgrade");
  }

  @Override
  public int rank() {
    return switch (change) {
      case "start" -> 0;
      case "upgrade" -> 1;
      case "downgrade" -> 2;
      default -> 3;
    };
  }
}
