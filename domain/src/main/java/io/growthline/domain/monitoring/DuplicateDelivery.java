package io.growthline.domain.monitoring;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;

/** A delivery that was dropped because another one of the same event came first. */
@Table(
    dataset = "monitoring",
    name = "duplicate_deliveries",
    grain = "one distinct delivery that was dropped",
    description =
        "Deliveries dropped because another one of the same event came first. Kept so that a later,"
            + " still earlier delivery is judged as if all had come together.",
    key = {"duplicate_id"},
    partition = "occurred_at",
    cluster = {"source", "table_name"})
public record DuplicateDelivery(
    @Column("Deterministic id of source, table and row.") String duplicateId,
    @Column("Landing source that delivered it.") String source,
    @Column("Raw table.") String tableName,
    @Column("Identifies the delivery.") String eventId,
    @Column("Identifies the business event.") String idempotencyKey,
    @Column("The delivery of the same event that was kept.") String keptEventId,
    @Column("When it happened, UTC.") Instant occurredAt,
    @Column("When the platform first knew of this delivery, UTC.") Instant ingestedAt,
    @Column(value = "How often this very row was delivered.", min = 1) long copies,
    @Column(value = "The row as JSON.", pii = true) String payload) {}
