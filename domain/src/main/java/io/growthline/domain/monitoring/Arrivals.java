package io.growthline.domain.monitoring;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;

/** How many events of one minute a streaming job had seen when it looked. */
@Table(
    dataset = "monitoring",
    name = "arrivals",
    grain = "one sight of the events of one minute, landing source and raw table",
    description =
        "How many events of each minute a streaming job had appended, before the minute was"
            + " expected to be complete, when it was, and after. A later sight counts all again.",
    key = {"window_start", "source", "table_name", "run_id", "pane"},
    partition = "window_start",
    keepDays = 400)
public record Arrivals(
    @Column("Begin of the minute in which the events occurred, UTC.") Instant windowStart,
    @Column("Landing source.") String source,
    @Column("Raw table.") String tableName,
    @Column(value = "Events of the minute seen so far.", min = 0) long records,
    @Column(
            value =
                "Whether the minute was still open, was just complete, or events came after that.",
            allowed = {"early", "on_time", "late"})
        String timing,
    @Column(value = "Number of the sight, from 0.", min = 0) long pane,
    @Column("Streaming job.") String runId) {}
