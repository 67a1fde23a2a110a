package io.growthline.domain.event;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;

/** What an event said beyond its contract, kept instead of rejecting the event. */
@Table(
    dataset = "raw",
    name = "undeclared_columns",
    grain = "one event with columns that its contract does not declare",
    description =
        "Columns that contracts do not declare, of events ingested with --unknown-columns=keep.",
    key = {"event_id", "customer_id"},
    partition = "occurred_at",
    cluster = {"customer_id"})
public record UndeclaredColumns(
    String eventId,
    String idempotencyKey,
    String customerId,
    Instant occurredAt,
    Instant ingestedAt,
    long schemaVersion,
    String source,
    @Column("Raw table of the event; its ids stand here after this name and a slash.")
        String tableName,
    @Column(value = "The columns and their values, a JSON object.", pii = true) String columns)
    implements RawEvent {

  /** The columns beside {@code event}, a row of {@code table}, with its times. */
  public static UndeclaredColumns of(RawEvent event, String table, String columns) {
    return new UndeclaredColumns(
        table + "/" + event.eventId(),
        table + "/" + event.idempotencyKey(),
        event.customerId(),
        event.occurredAt(),
        event.ingestedAt(),
        event.schemaVersion(),
        event.source(),
        table,
        columns);
  }
}
