package io.growthline.domain.event;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;

/** A contact of a customer with support. */
@Table(
    dataset = "raw",
    name = "support_contacts",
    grain = "one contact with support",
    description = "A contact of a customer with support.",
    key = {"event_id", "customer_id"},
    partition = "occurred_at",
    freshDays = 7,
    cluster = {"customer_id"})
public record SupportContact(
    String eventId,
    String idempotencyKey,
    String customerId,
    Instant occurredAt,
    Instant ingestedAt,
    long schemaVersion,
    String source,
    @Column("Identifies the contact.") String contactId,
    @Column(value = "Channel of the contact.", nullable = true) String channel,
    @Column(value = "What it was about.", nullable = true) String topic,
    @Column("Whether it was a complaint.") boolean complaint,
    @Column(value = "When it was resolved, UTC.", nullable = true) Instant resolvedAt,
    @Column(value = "Satisfaction from 1 to 5.", nullable = true, min = 1, max = 5) Long csat)
    implements RawEvent {}
