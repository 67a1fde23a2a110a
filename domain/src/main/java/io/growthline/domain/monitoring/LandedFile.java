package io.growthline.domain.monitoring;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;

/** A landing file that is in the tables, known by name, size and checksum. */
@Table(
    dataset = "monitoring",
    name = "landing_files",
    grain = "one landing file that was ingested",
    description = "The ledger of ingest: files that later runs need not read again.",
    key = {"path"})
public record LandedFile(
    @Column("Path below the landing place.") String path,
    @Column(value = "Size.", unit = "bytes", min = 0) long sizeBytes,
    @Column("MD5 of the bytes that were read, in base64.") String checksum,
    @Column(
            value =
                "When its file system last changed the file, UTC; absent where that is not known"
                    + " for sure.",
            nullable = true)
        Instant changedAt,
    @Column("Records read.") long records,
    @Column("Records rejected.") long deadLettered,
    @Column("Run that read it.") String runId,
    @Column("When that run began, UTC.") Instant ingestedAt) {}
