package io.growthline.domain.monitoring;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;

/** A delivery that a streaming job has not appended, because it knew the event. */
@Table(
    dataset = "monitoring",
    name = "streamed_duplicates",
    grain = "one delivery that a streaming job has dropped",
    description =
        "Deliveries that a streaming job has dropped because it knew the event. They tell the next"
            + " batch run which rows of streamed files are in the raw tables.",
    key = {"drop_id"},
    partition = "dropped_at",
    // Batch runs settle the files of these deliveries, after which nothing asks for them.
    keepDays = 30)
public record StreamedDuplicate(
    @Column("Identifies the row.") String dropId,
    @Column("Landing file that it came in.") String path,
    @Column("Raw table.") String tableName,
    @Column("Identifies the delivery.") String eventId,
    @Column("Identifies the business event.") String idempotencyKey,
    @Column("When it was dropped, UTC.") Instant droppedAt,
    @Column(value = "The row as JSON.", pii = true) String payload) {}
