package io.growthline.domain.event;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;
import java.time.LocalDate;

/** What running the bank costs by month; names no customer. */
@Table(
    dataset = "raw",
    name = "costs",
    grain = "one booking of costs of a month",
    description = "What running the bank costs by month; names no customer.",
    key = {"event_id", "customer_id"},
    partition = "occurred_at",
    cluster = {"customer_id"})
public record Cost(
    String eventId,
    String idempotencyKey,
    String customerId,
    Instant occurredAt,
    Instant ingestedAt,
    long schemaVersion,
    String source,
    @Column("Identifies the booking.") String costId,
    @Column(
            value = "What the money was spent on.",
            allowed = {"cost_to_serve", "support", "payment_processing", "overhead"})
        String kind,
    @Column(
            value = "First day of the month of the costs.",
            notBefore = Column.FIRST_DAY,
            notAfter = Column.LAST_DAY)
        LocalDate month,
    @Column(value = "Plan that caused the costs; absent where none did.", nullable = true)
        String plan,
    @Column(value = "Region that caused the costs; absent where none did.", nullable = true)
        String region,
    @Column(value = "Amount.", unit = "minor", min = 0) long amountMinor)
    implements RawEvent {}
