package io.growthline.domain.event;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;
import java.time.LocalDate;

/** What was measured in a region on a day elsewhere than in this platform; names no customer. */
@Table(
    dataset = "raw",
    name = "region_outcomes",
    grain = "one value of a metric in a region on a day",
    description =
        "What was measured in a region on a day elsewhere than in this platform; names no customer.",
    key = {"event_id", "customer_id"},
    partition = "occurred_at",
    cluster = {"customer_id"})
public record RegionOutcome(
    String eventId,
    String idempotencyKey,
    String customerId,
    Instant occurredAt,
    Instant ingestedAt,
    long schemaVersion,
    String source,
    @Column("What was measured, for example sales.") String metric,
    @Column("Where it was measured.") String region,
    @Column(value = "Day of the value.", notBefore = Column.FIRST_DAY, notAfter = Column.LAST_DAY)
        LocalDate measuredOn,
    @Column(
            value = "Value of the day; a day without any is 0, not absent.",
            min = -1e15,
            max = 1e15)
        double value)
    implements RawEvent {}
