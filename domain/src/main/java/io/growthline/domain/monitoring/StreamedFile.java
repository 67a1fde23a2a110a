package io.growthline.domain.monitoring;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;

/** A landing file that a streaming job has read. */
@Table(
    dataset = "monitoring",
    name = "streamed_files",
    grain = "one landing file that a streaming job has read",
    description =
        "Landing files whose rows a streaming job has appended. Files that are not in"
            + " landing_files yet wait for the next batch run, which settles their accounts.",
    key = {"path", "run_id"},
    partition = "streamed_at",
    // Batch runs settle a file, after which nothing asks for it.
    keepDays = 30)
public record StreamedFile(
    @Column("Path below the landing place.") String path,
    @Column("Records read.") long records,
    @Column("Records rejected.") long deadLettered,
    @Column("Streaming job that read it.") String runId,
    @Column("When it was read, UTC.") Instant streamedAt) {}
