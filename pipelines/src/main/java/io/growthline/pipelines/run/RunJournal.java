package io.growthline.pipelines.run;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.RunManifest;
import io.growthline.domain.monitoring.RunManifest.StageAccount;
import io.growthline.domain.monitoring.RunManifest.TableAccount;
import io.growthline.domain.monitoring.RunStatus;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.pipelines.stage.StageResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Puts together what the stages of a run did. */
final class RunJournal {
  private final String runId;
  private final Instant startedAt;
  private final List<StageAccount> stages = new ArrayList<>();
  private final Map<String, Long> tables;
  private StageResult.Intake intake;

  /**
   * @param sources accounts of what the raw tables held before
   * @param tables rows that each table had before, by {@code dataset.table}
   */
  RunJournal(
      String runId, Instant startedAt, List<SourceAccount> sources, Map<String, Long> tables) {
    this.runId = runId;
    this.startedAt = startedAt;
    this.intake = new StageResult.Intake(sources, List.of(), List.of());
    this.tables = new TreeMap<>(tables);
  }

  void add(StageOutcome outcome) {
    stages.add(outcome.account());
    intake = outcome.intake() == null ? intake : outcome.intake();
    published(outcome.tables());
  }

  /** Rows that tables have now. */
  void published(Map<String, Long> rows) {
    tables.putAll(rows);
  }

  /** Failed or blocked when a stage is, else succeeded. */
  RunStatus status() {
    List<RunStatus> all = stages.stream().map(StageAccount::status).toList();
    return Stream.of(RunStatus.FAILED, RunStatus.BLOCKED)
        .filter(all::contains)
        .findFirst()
        .orElse(RunStatus.SUCCEEDED);
  }

  /**
   * The manifest of the run so far.
   *
   * @param asOf null while no event is known
   */
  RunManifest manifest(LocalDate asOf) {
    return new RunManifest(
        runId,
        status(),
        asOf,
        startedAt,
        intake.sources(),
        intake.read(),
        intake.partitions(),
        List.copyOf(stages),
        Contracts.all().stream()
            .map(TableSpec::id)
            .map(id -> new TableAccount(id, tables.getOrDefault(id, 0L)))
            .toList());
  }
}
