package io.growthline.pipelines.ingest;

import io.growthline.pipelines.stage.UsageException;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.transforms.block.Buckets;
import io.growthline.warehouse.SqlWarehouse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses how a run goes about it, from its options and from what has landed since the last. */
final class IngestModes {
  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 30);
  private static final long BYTES_PER_BUCKET = 64L << 20;
  private static final int FEWEST_BUCKETS = 8;

  private IngestModes() {}

  /**
   * A backfill or a rebuild when one is asked for; a rebuild too when nothing was ingested yet or a
   * known file has changed; otherwise the new files alone.
   *
   * @return empty when there is nothing to do
   * @throws UsageException when files are gone, so that a rebuild would lose rows
   */
  static Optional<IngestMode> choose(IngestOptions options, Ingested before) {
    String landing = Landing.locate(options.getLanding());
    List<LandingFile> files =
        Stream.concat(Landing.mappings(landing).stream(), Landing.files(landing).stream()).toList();
    ReadLanding.Settings settings = settings(options, landing, files);
    if (options.isReplay()) {
      settled(before);
      return Replay.of(options, settings);
    }
    LandingState state = LandingState.of(files, before, Landing::isSame);
    if (options.getFrom() != null || options.getTo() != null) {
      settled(before);
      return Optional.of(backfill(options, settings, state));
    } else if (options.isRebuild() || before.ledger().isEmpty()) {
      return Optional.of(new Rebuild(settings, files, List.of()));
    } else if (!state.gone().isEmpty()) {
      throw new UsageException(
          "%d ingested %s gone from the landing place (%s): put back what is missing, or pass --rebuild to drop its rows."
              .formatted(
                  state.gone().size(),
                  state.gone().size() == 1 ? "file is" : "files are",
                  state.gone().get(0)));
    } else if (!state.changed().isEmpty()) {
      return Optional.of(
          new Rebuild(
              settings,
              files,
              List.of(
                  "%s changed since it was ingested: all files were read again."
                      .formatted(state.changed().get(0)))));
    } else if (state.added().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Increment(settings, state.added(), Warehouses.reader(options)));
  }

  private static void settled(Ingested before) {
    if (!before.streamed().isEmpty()) {
      throw new UsageException(
          "%d %s read by streaming ingest alone so far (%s): run ingest without other options first."
              .formatted(
                  before.streamed().size(),
                  before.streamed().size() == 1 ? "file was" : "files were",
                  before.streamed().stream().sorted().findFirst().orElseThrow()));
    }
  }

  private static IngestMode backfill(
      IngestOptions options, ReadLanding.Settings settings, LandingState state) {
    LocalDate from = day("--from", options.getFrom()).orElse(FIRST_DAY);
    LocalDate to = day("--to", options.getTo()).orElse(LAST_DAY);
    if (to.isBefore(from)) {
      throw new UsageException("--from=" + from + " lies after --to=" + to + ".");
    }
    if (!state.changed().isEmpty() || !state.gone().isEmpty()) {
      throw new UsageException(
          Stream.concat(state.changed().stream(), state.gone().stream()).findFirst().orElseThrow()
              + " is not what was ingested: run ingest without --from and --to first.");
    }
    Backfill.Range range = new Backfill.Range(from, to);
    try (SqlWarehouse sql = Warehouses.sql(options)) {
      return new Backfill(settings, state.known(), range, range.occupied(sql));
    }
  }

  private static Optional<LocalDate> day(String option, String text) {
    try {
      return Optional.ofNullable(text).map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      throw new UsageException(option + " is \"" + text + "\"; it must be a day like 2026-01-31");
    }
  }

  static ReadLanding.Settings settings(
      IngestOptions options, String landing, List<LandingFile> files) {
    return new ReadLanding.Settings(
        landing,
        buckets(options, files),
        options.getRunId(),
        Optional.ofNullable(IngestPipeline.class.getPackage().getImplementationVersion())
            .orElse("development"),
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        options.getUnknownColumns());
  }

  private static Buckets buckets(IngestOptions options, List<LandingFile> files) {
    if (options.getBuckets() < 0) {
      throw new UsageException("--buckets=" + options.getBuckets() + " must be at least 1.");
    } else if (options.getBuckets() > 0) {
      return new Buckets(options.getBuckets());
    }
    long bytes = files.stream().mapToLong(LandingFile::plainBytes).sum();
    return Buckets.holding(bytes, BYTES_PER_BUCKET, FEWEST_BUCKETS);
  }
}
