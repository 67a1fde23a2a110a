package io.growthline.domain.event;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;

/** A visit of the app or the web site. */
@Table(
    dataset = "raw",
    name = "sessions",
    grain = "one app session",
    description = "A visit of the app or the web site.",
    key = {"event_id", "customer_id"},
    partition = "occurred_at",
    freshDays = 2,
    cluster = {"customer_id"})
public record Session(
    String eventId,
    String idempotencyKey,
    String customerId,
    Instant occurredAt,
    Instant ingestedAt,
    long schemaVersion,
    String source,
    @Column("Identifies the session.") String sessionId,
    @Column(value = "Length.", unit = "seconds", min = 0) long durationS,
    @Column(value = "Screens seen.", nullable = true, min = 0) Long screens,
    @Column("Whether the session ended in a crash.") boolean crashed)
    implements RawEvent {}
