package io.growthline.pipelines.run;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.monitoring.RunManifest;
import io.growthline.domain.monitoring.RunManifest.StageAccount;
import io.growthline.domain.monitoring.RunManifest.TableAccount;
import io.growthline.pipelines.stage.AsOf;
import io.growthline.pipelines.stage.Causes;
import io.growthline.pipelines.stage.StageOptions;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.warehouse.SqlWarehouse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs stages in a row, stops at the first that fails, and writes down what happened. */
public final class PlatformRun {
  private static final Logger LOG = LoggerFactory.getLogger(PlatformRun.class);
  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  // What the DirectRunner's checks guard is covered by tests; at volume they cost more than the
  // work. Two threads suit the smallest machine that is supported.
  private static final List<String> DIRECT_RUNNER_AT_VOLUME =
      List.of("--enforceImmutability=false", "--enforceEncodability=false");

  private final RunRequest request;
  private final Progress progress;
  private final Manifests manifests;
  private final Instant startedAt;
  private final String runId;
  private final List<StageAccount> stages = new ArrayList<>();
  private final Map<String, Long> tables = new TreeMap<>();
  private StageResult.Intake intake;

  public PlatformRun(RunRequest request, Progress progress, Clock clock) {
    this.request = request;
    this.progress = progress;
    this.manifests = new Manifests(request.data());
    this.startedAt = clock.instant();
    this.runId = RUN_ID.format(startedAt);
    this.intake =
        new StageResult.Intake(
            manifests.latest().map(RunManifest::sources).orElse(List.of()), List.of(), List.of());
  }

  /** Id of this run; sorts by time. */
  public String runId() {
    return runId;
  }

  /**
   * Runs the stages and publishes.
   *
   * @return what happened; also written to {@code runs/<run_id>/manifest.json}
   * @throws RunException when another run uses the directory
   */
  public RunManifest execute() {
    try (RunLock lock = RunLock.acquire(request.data().root())) {
      String warehouse = request.data().warehouse().toString();
      // Under the lock no other platform run is alive; stages that run by themselves have other
      // ids.
      Warehouses.discardStaged(warehouse, id -> id.matches("\\d{8}T\\d{9}Z"));
      StageArguments arguments =
          new StageArguments(request.data(), runId, request.asOf(), beamOptions());
      String status = "succeeded";
      for (Stage stage : request.stages()) {
        if (stage != Stage.INGEST && arguments.asOf() == null) {
          arguments = arguments.withAsOf(asOf(arguments));
        }
        if (stage == Stage.MONITOR) {
          record(arguments, status);
        }
        status = run(stage, arguments);
        if (status.equals("failed")) {
          break;
        }
      }
      publishAudit(arguments, status);
      RunManifest manifest = manifest(status, arguments.asOf());
      manifests.write(manifest);
      return manifest;
    }
  }

  private void publishAudit(StageArguments arguments, String status) {
    try {
      record(arguments, status);
      Warehouses.refreshQueries(request.data().warehouse().toString());
    } catch (RuntimeException e) {
      if (!status.equals("failed")) {
        throw e;
      }
      // Often for the same reason, a full disk for example, and the user knows that one already.
      LOG.error("The failed run {} could not be recorded either", runId, e);
    }
  }

  private List<String> beamOptions() {
    boolean direct =
        request.beamOptions().stream()
            .noneMatch(o -> o.startsWith("--runner=") && !o.equals("--runner=DirectRunner"));
    List<String> options = new ArrayList<>(direct ? DIRECT_RUNNER_AT_VOLUME : List.of());
    options.addAll(request.beamOptions());
    return options;
  }

  private LocalDate asOf(StageArguments arguments) {
    StageOptions options = arguments.as(StageOptions.class);
    try (SqlWarehouse sql = Warehouses.sql(options.getWarehouse())) {
      boolean newMarts = request.stages().contains(Stage.MARTS);
      return (newMarts ? AsOf.ofEvents(options, sql) : AsOf.ofMarts(options, sql)).orElse(null);
    }
  }

  private String run(Stage stage, StageArguments arguments) {
    progress.started(stage);
    long start = System.nanoTime();
    StageAccount account;
    if (stage != Stage.INGEST && stage != Stage.MONITOR && arguments.asOf() == null) {
      account =
          new StageAccount(
              stage.id(),
              "skipped",
              0,
              0,
              List.of("No events are known, so there is nothing to do."));
      stages.add(account);
      progress.finished(account);
      return "succeeded";
    }
    try {
      StageResult result = stage.run(arguments.with(request.optionsOf(stage)));
      intake = result.intake().orElse(intake);
      tables.putAll(result.tables());
      long rows = result.tables().values().stream().mapToLong(Long::longValue).sum();
      account = new StageAccount(stage.id(), result.status(), rows, seconds(start), result.notes());
    } catch (RuntimeException e) {
      LOG.error("Stage {} failed", stage.id(), e);
      account =
          new StageAccount(stage.id(), "failed", 0, seconds(start), List.of(Causes.oneLine(e)));
    }
    stages.add(account);
    progress.finished(account);
    return account.status();
  }

  private static double seconds(long start) {
    return Math.round((System.nanoTime() - start) / 1e6) / 1e3;
  }

  private void record(StageArguments arguments, String status) {
    tables.putAll(RunRecorder.record(arguments, manifest(status, arguments.asOf())));
  }

  private RunManifest manifest(String status, LocalDate asOf) {
    Map<String, Long> earlier =
        manifests
            .latest()
            .map(
                m ->
                    m.tables().stream()
                        .collect(Collectors.toMap(TableAccount::table, TableAccount::rows)))
            .orElse(Map.of());
    List<TableAccount> accounts =
        Contracts.all().stream()
            .map(t -> t.id())
            .map(id -> new TableAccount(id, tables.getOrDefault(id, earlier.getOrDefault(id, 0L))))
            .toList();
    return new RunManifest(
        runId,
        status,
        asOf,
        startedAt,
        intake.sources(),
        intake.read(),
        intake.partitions(),
        List.copyOf(stages),
        accounts);
  }
}
