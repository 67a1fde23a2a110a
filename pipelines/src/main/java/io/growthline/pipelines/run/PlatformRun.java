package io.growthline.pipelines.run;

import io.growthline.domain.monitoring.RunManifest;
import io.growthline.domain.monitoring.RunManifest.TableAccount;
import io.growthline.domain.monitoring.RunStatus;
import io.growthline.pipelines.stage.AsOf;
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
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs stages in a row, stops at the first that fails, and writes down what happened. */
public final class PlatformRun {
  private static final Logger LOG = LoggerFactory.getLogger(PlatformRun.class);
  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  // What the DirectRunner's checks guard is covered by tests; at volume they cost more than the
  // work. It also keeps one of its threads busy with its own loop whenever that is idle, so a
  // thread
  // more than there are processors takes time from the work.
  private static final List<String> DIRECT_RUNNER_AT_VOLUME =
      List.of(
          "--enforceImmutability=false",
          "--enforceEncodability=false",
          "--targetParallelism=" + Math.max(2, Runtime.getRuntime().availableProcessors()));

  private final RunRequest request;
  private final Progress progress;
  private final Manifests manifests;
  private final Clock clock;
  private final String runId;
  private final RunJournal journal;

  public PlatformRun(RunRequest request, Progress progress, Clock clock) {
    this.request = request;
    this.progress = progress;
    this.manifests = new Manifests(request.data());
    this.clock = clock;
    Instant startedAt = clock.instant();
    this.runId = RUN_ID.format(startedAt);
    Optional<RunManifest> earlier = manifests.latest();
    this.journal =
        new RunJournal(
            runId,
            startedAt,
            earlier.map(RunManifest::sources).orElse(List.of()),
            earlier.map(RunManifest::tables).orElse(List.of()).stream()
                .collect(Collectors.toMap(TableAccount::table, TableAccount::rows)));
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
      if (request.beamOptions().isEmpty()) {
        LocalOptions.register();
      }
      UpToDate upToDate = UpToDate.in(request.data(), beamOptions());
      StageArguments arguments =
          new StageArguments(request.data(), runId, request.asOf(), beamOptions());
      for (Stage stage : request.stages()) {
        if (stage != Stage.INGEST && arguments.asOf() == null) {
          arguments = arguments.withAsOf(asOf(arguments, upToDate));
        }
        run(stage, arguments, upToDate);
        if (journal.status() == RunStatus.FAILED) {
          break;
        }
      }
      publishAudit(arguments);
      RunManifest manifest = journal.manifest(arguments.asOf());
      manifests.write(manifest);
      return manifest;
    }
  }

  private void publishAudit(StageArguments arguments) {
    try {
      record(arguments);
      Warehouses.refreshQueries(request.data().warehouse().toString());
    } catch (RuntimeException e) {
      if (journal.status() != RunStatus.FAILED) {
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

  /** The as-of day of all stages when none was asked for; null when no event is known. */
  private LocalDate asOf(StageArguments arguments, UpToDate upToDate) {
    boolean newMarts = request.stages().contains(Stage.MARTS);
    if (newMarts && upToDate.newest().isPresent()) {
      return upToDate.newest().get();
    }
    StageOptions options = arguments.as(StageOptions.class);
    try (SqlWarehouse sql = Warehouses.sql(options.getWarehouse())) {
      if (!newMarts) {
        return AsOf.ofMarts(options, sql).orElse(null);
      }
      Optional<LocalDate> newest = AsOf.ofEvents(options, sql);
      newest.ifPresent(upToDate::newest);
      return newest.orElse(null);
    }
  }

  private void run(Stage stage, StageArguments arguments, UpToDate upToDate) {
    progress.started(stage);
    Optional<String> since =
        request.rebuild() ? Optional.empty() : upToDate.since(stage, arguments.asOf());
    StageOutcome outcome =
        since.isPresent()
            ? StageOutcome.upToDate(stage.id(), clock.instant(), since.get())
            : outcome(stage, arguments);
    if (stage == Stage.INGEST) {
      upToDate.ingested();
    } else if (since.isEmpty() && arguments.asOf() != null) {
      upToDate.ran(stage, arguments.asOf(), runId, outcome.succeeded());
    }
    journal.add(outcome);
    progress.finished(outcome.account());
  }

  private StageOutcome outcome(Stage stage, StageArguments arguments) {
    Instant start = clock.instant();
    if (stage != Stage.INGEST && stage != Stage.MONITOR && arguments.asOf() == null) {
      return StageOutcome.skipped(
          stage.id(), start, "No events are known, so there is nothing to do.");
    }
    try {
      if (stage == Stage.MONITOR) {
        // The report shows what the stages before have done.
        record(arguments);
      }
      StageResult result = stage.run(arguments.with(request.optionsOf(stage)));
      return StageOutcome.of(stage.id(), start, clock.instant(), result);
    } catch (RuntimeException e) {
      LOG.error("Stage {} failed", stage.id(), e);
      return StageOutcome.failed(stage.id(), start, clock.instant(), e);
    }
  }

  private void record(StageArguments arguments) {
    journal.published(
        RunRecorder.record(arguments.as(StageOptions.class), journal.manifest(arguments.asOf())));
  }
}
