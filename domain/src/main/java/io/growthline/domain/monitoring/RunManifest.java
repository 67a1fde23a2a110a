package io.growthline.domain.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What one run did. Serialised in snake case as {@code manifest.json}.
 *
 * @param runId identifies the run, sorts by time
 * @param status {@code succeeded}, {@code failed} or {@code blocked}
 * @param asOf everything known before this day is reflected; null when nothing is known yet
 * @param startedAt when the run began, UTC
 * @param sources accounts of all that is in the landing place
 * @param intake accounts of what this run read; empty when it read nothing
 * @param partitions days of partitioned raw tables that this run rebuilt
 * @param stages stages in the order in which they ran
 * @param tables rows of every published table, empty ones included
 */
public record RunManifest(
    String runId,
    RunStatus status,
    LocalDate asOf,
    Instant startedAt,
    List<SourceAccount> sources,
    List<SourceAccount> intake,
    List<PartitionRange> partitions,
    List<StageAccount> stages,
    List<TableAccount> tables) {

  /** Rows of one published table. */
  public record TableAccount(String table, long rows) {}

  /**
   * What one stage did.
   *
   * @param stage name of the stage
   * @param status {@code succeeded}, {@code failed}, {@code skipped} or {@code blocked}
   * @param rows rows that the stage wrote
   * @param seconds wall time
   * @param notes what a reader should know, for example why a model was not trained
   */
  public record StageAccount(
      String stage, RunStatus status, long rows, double seconds, List<String> notes) {}
}
