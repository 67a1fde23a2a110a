package io.growthline.domain.event;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;

/** A product feature that a customer used. */
@Table(
    dataset = "raw",
    name = "feature_uses",
    grain = "one use of a product feature",
    description = "A product feature that a customer used.",
    key = {"event_id", "customer_id"},
    partition = "occurred_at",
    freshDays = 2,
    cluster = {"customer_id"})
public record FeatureUse(
    String eventId,
    String idempotencyKey,
    String customerId,
    Instant occurredAt,
    Instant ingestedAt,
    long schemaVersion,
    String source,
    @Column("Name of the feature.") String feature)
    implements RawEvent {}
