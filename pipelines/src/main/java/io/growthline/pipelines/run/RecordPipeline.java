package io.growthline.pipelines.run;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.RunManifest;
import io.growthline.domain.monitoring.RunManifestRow;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.pipelines.models.FileSystemsStore;
import io.growthline.pipelines.models.SqlRows;
import io.growthline.pipelines.stage.StageMain;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.stage.UsageException;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.warehouse.SqlWarehouse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes down what a run did whose stages ran in processes of their own: the manifest beside the
 * reports, and its rows in {@code monitoring.run_manifests}. {@link PlatformRun} does the same for
 * the stages that it runs itself.
 */
public final class RecordPipeline {
  private RecordPipeline() {}

  public static void main(String[] args) {
    StageMain.run(args, RecordOptions.class, RecordPipeline::run);
  }

  /**
   * Records the run. A stage that has left no account counts as failed.
   *
   * @return status {@code succeeded} also when the run was not: the record is there
   */
  public static StageResult run(RecordOptions options) {
    String accounts =
        Optional.ofNullable(options.getAccounts())
            .orElseThrow(
                () ->
                    new UsageException(
                        "--accounts must say where the stages left their accounts."));
    List<StageOutcome> outcomes = outcomes(options, new StageAccounts(accounts));
    LocalDate asOf = Optional.ofNullable(options.getAsOf()).map(LocalDate::parse).orElse(null);
    RunJournal journal = journal(options, outcomes);
    journal.published(RunRecorder.record(options, journal.manifest(asOf)));
    RunManifest manifest = journal.manifest(asOf);
    new FileSystemsStore(options.getReports())
        .write(options.getRunId() + "/manifest.json", Manifests.bytes(manifest));
    return StageResult.succeeded(
        Map.of(), List.of("Run " + options.getRunId() + ": " + manifest.status() + "."));
  }

  private static List<StageOutcome> outcomes(RecordOptions options, StageAccounts accounts) {
    Instant now = Instant.now();
    return Arrays.stream(options.getStages().split(","))
        .map(stage -> accounts.read(stage).orElseGet(() -> StageOutcome.lost(stage, now)))
        .toList();
  }

  private static RunJournal journal(RecordOptions options, List<StageOutcome> outcomes) {
    try (SqlWarehouse sql = Warehouses.sql(options)) {
      SqlRows rows = new SqlRows(sql);
      Map<String, Long> tables = new TreeMap<>();
      rows.read(TableSpec.of(RunManifestRow.class), "kind = 'table'", Map.of()).stream()
          .sorted(Comparator.comparing(RunManifestRow::startedAt))
          .forEach(row -> tables.put(row.name(), row.rowCount()));
      RunJournal journal =
          new RunJournal(
              options.getRunId(),
              outcomes.stream().map(StageOutcome::startedAt).min(Instant::compareTo).orElseThrow(),
              rows.read(TableSpec.of(SourceAccount.class)),
              tables);
      outcomes.forEach(journal::add);
      return journal;
    }
  }
}
