package io.growthline.pipelines.run;

import io.growthline.domain.monitoring.RunManifest.StageAccount;
import io.growthline.domain.monitoring.RunStatus;
import io.growthline.pipelines.stage.Causes;
import io.growthline.pipelines.stage.StageResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What one stage of a run did.
 *
 * @param account what the manifest says of it
 * @param startedAt when the stage began, UTC
 * @param intake counts of the records read; null for a stage that reads no records
 * @param tables rows by {@code dataset.table} of what was published
 */
public record StageOutcome(
    StageAccount account, Instant startedAt, StageResult.Intake intake, Map<String, Long> tables) {

  /** A stage that came to its end at {@code endedAt}. */
  public static StageOutcome of(
      String stage, Instant startedAt, Instant endedAt, StageResult result) {
    long rows = result.tables().values().stream().mapToLong(Long::longValue).sum();
    return new StageOutcome(
        new StageAccount(stage, result.status(), rows, seconds(startedAt, endedAt), result.notes()),
        startedAt,
        result.intake().orElse(null),
        result.tables());
  }

  /** A stage that was stopped by an exception. */
  public static StageOutcome failed(
      String stage, Instant startedAt, Instant endedAt, RuntimeException cause) {
    return without(RunStatus.FAILED, stage, startedAt, endedAt, Causes.oneLine(cause));
  }

  /** A stage that was not run. */
  static StageOutcome skipped(String stage, Instant now, String why) {
    return without(RunStatus.SKIPPED, stage, now, now, why);
  }

  /** A stage that would do again what it has done in an earlier run. */
  static StageOutcome upToDate(String stage, Instant now, String earlier) {
    return without(
        RunStatus.SUCCEEDED,
        stage,
        now,
        now,
        "Up to date: nothing has changed since run "
            + earlier
            + ". Use --rebuild to run it again.");
  }

  /** A stage that was started and left no account. */
  static StageOutcome lost(String stage, Instant now) {
    return without(
        RunStatus.FAILED,
        stage,
        now,
        now,
        "It left no account: its job was killed or could not start. See the log of the job.");
  }

  boolean succeeded() {
    return account.status() == RunStatus.SUCCEEDED;
  }

  private static StageOutcome without(
      RunStatus status, String stage, Instant startedAt, Instant endedAt, String note) {
    return new StageOutcome(
        new StageAccount(stage, status, 0, seconds(startedAt, endedAt), List.of(note)),
        startedAt,
        null,
        Map.of());
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1e3;
  }
}
