package io.growthline.domain.event;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;

/** Answer to the recommendation question. */
@Table(
    dataset = "raw",
    name = "nps_responses",
    grain = "one survey answer",
    description = "Answer to the recommendation question.",
    key = {"event_id", "customer_id"},
    partition = "occurred_at",
    freshDays = 31,
    cluster = {"customer_id"},
    version = 2,
    upcaster = NpsResponseUpcaster.class)
public record NpsResponse(
    String eventId,
    String idempotencyKey,
    String customerId,
    Instant occurredAt,
    Instant ingestedAt,
    long schemaVersion,
    String source,
    @Column(value = "Willingness to recommend.", min = 0, max = 10) long score,
    @Column(
            value = "Where the customer was asked; since version 2.",
            nullable = true,
            allowed = {"app", "email", "phone"})
        String channel)
    implements RawEvent {}
