package io.growthline.domain.event;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;

/** Start, change and end of paid plans. */
@Table(
    dataset = "raw",
    name = "subscriptions",
    grain = "one change of a subscription",
    description = "Start, change and end of paid plans.",
    key = {"event_id", "customer_id"},
    partition = "occurred_at",
    freshDays = 7,
    cluster = {"customer_id"})
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
    @Column(value = "Monthly price after the change.", unit = "minor", min = 0) long priceMinor)
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
