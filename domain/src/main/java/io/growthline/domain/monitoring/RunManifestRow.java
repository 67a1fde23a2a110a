package io.growthline.domain.monitoring;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;
import java.time.LocalDate;

/** What each run did, one row a fact. */
@Table(
    dataset = "monitoring",
    name = "run_manifests",
    grain = "one stage, source or table of one run",
    description = "What each run did, one row a fact.",
    key = {"run_id", "kind", "name"},
    partition = "started_at")
public record RunManifestRow(
    @Column("The run.") String runId,
    @Column("When the run began, UTC.") Instant startedAt,
    @Column("Result.") String status,
    @Column(value = "As-of day of the run.", nullable = true) LocalDate asOf,
    @Column(
            value = "What the row tells of.",
            allowed = {"stage", "source", "intake", "partitions", "table"})
        String kind,
    @Column("Stage or table; source/table of an account; table and days of rebuilt partitions.")
        String name,
    @Column("Rows of the stage or table, records read of an account, days of partitions.")
        long rowCount,
    @Column(value = "Rows written.", nullable = true) Long written,
    @Column(value = "Rows dropped as duplicates.", nullable = true) Long duplicates,
    @Column(value = "Rows rejected.", nullable = true) Long deadLettered,
    @Column(value = "Rows that the mapping leaves out.", nullable = true) Long filtered,
    @Column(value = "Rows ingested more than 24 hours after they occurred.", nullable = true)
        Long late,
    @Column(value = "Time of the stage.", nullable = true, unit = "seconds") Double seconds) {}
