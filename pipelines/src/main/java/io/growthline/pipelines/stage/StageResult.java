package io.growthline.pipelines.stage;

import io.growthline.domain.monitoring.PartitionRange;
import io.growthline.domain.monitoring.RunStatus;
import io.growthline.domain.monitoring.SourceAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a stage reports to the run.
 *
 * @param status how it ended
 * @param intake what was taken in; only of stages that take in records
 * @param tables rows by {@code dataset.table} of what was published
 * @param notes what a person should know, one sentence each
 */
public record StageResult(
    RunStatus status, Optional<Intake> intake, Map<String, Long> tables, List<String> notes) {

  /**
   * What ingest has taken in.
   *
   * @param sources accounts of all that is in the landing place
   * @param read accounts of what this run read
   * @param partitions days of raw tables that this run rebuilt
   */
  public record Intake(
      List<SourceAccount> sources, List<SourceAccount> read, List<PartitionRange> partitions) {}

  /** A stage that published tables. */
  public static StageResult succeeded(Map<String, Long> tables, List<String> notes) {
    return new StageResult(RunStatus.SUCCEEDED, Optional.empty(), tables, notes);
  }

  /** A stage that ended without taking in records. */
  public static StageResult of(RunStatus status, Map<String, Long> tables, List<String> notes) {
    return new StageResult(status, Optional.empty(), tables, notes);
  }

  /** A stage that took in records. */
  public static StageResult ingested(
      RunStatus status, Intake intake, Map<String, Long> tables, List<String> notes) {
    return new StageResult(status, Optional.of(intake), tables, notes);
  }
}
