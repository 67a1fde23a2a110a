package io.growthline.domain.event;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;

/** Who saw which variant of an experiment. */
@Table(
    dataset = "raw",
    name = "experiment_assignments",
    grain = "one assignment of a customer to a variant",
    description = "Who saw which variant of an experiment.",
    key = {"event_id", "customer_id"},
    partition = "occurred_at",
    cluster = {"customer_id"})
public record ExperimentAssignment(
    String eventId,
    String idempotencyKey,
    String customerId,
    Instant occurredAt,
    Instant ingestedAt,
    long schemaVersion,
    String source,
    @Column("Identifies the experiment.") String experimentId,
    @Column("Variant assigned.") String variant)
    implements RawEvent {}
