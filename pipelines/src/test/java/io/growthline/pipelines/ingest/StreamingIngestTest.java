package io.growthline.pipelines.ingest;

import static io.growthline.pipelines.ingest.IngestFixture.session;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.monitoring.RunStatus;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.stage.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.StreamingOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streaming shows rows soon; after the next batch run the tables are as if nobody had streamed. */
class StreamingIngestTest {
  private static final String EVENT_IDS = "SELECT event_id FROM raw.sessions ORDER BY 1";
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  @TempDir Path directory;
  private IngestFixture fixture;

  @BeforeEach
  void setUp() {
    fixture = new IngestFixture(directory.resolve("data"));
  }

  @Test
  void whatLandsWhileTheJobRunsIsInTheTablesWithinAMinute() throws Exception {
    fixture.file("sessions/a.jsonl", session(1), "{broken");
    IngestOptions options = streaming("job-1");
    options.as(DirectOptions.class).setBlockOnRun(false);
    PipelineResult job = StreamingIngest.start(options);
    try {
      await(() -> fixture.query(EVENT_IDS), List.of(List.of("e1")));
      await(
          () -> fixture.query("SELECT code FROM monitoring.dead_letters"),
          List.of(List.of("malformed_record")));

      fixture.file("sessions/b.jsonl", session(1), session(2));
      fixture.file("sessions/.hidden.jsonl", session(8));
      await(() -> fixture.query(EVENT_IDS), List.of(List.of("e1"), List.of("e2")));
    } finally {
      fixture.file("sessions/c.jsonl", session(3));
      job.cancel();
    }

    ingest("run-1");

    assertThat(fixture.tables(), is(batch().tables()));
    assertThat(fixture.query(EVENT_IDS), contains(List.of("e1"), List.of("e2"), List.of("e3")));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void batchRunsBetweenStreamingJobsGiveTheTablesOfOneBatchRun(long seed) {
    List<String> deliveries = IngestFixture.deliveries(new Random(seed));
    Collections.shuffle(deliveries, new Random(-seed));
    int parts = 8;
    for (int i = 0; i < parts; i++) {
      fixture.file("sessions/part-" + i + ".jsonl", part(deliveries, i, parts));
      switch (i) {
        case 0, 1, 3, 4, 6 -> stream("job-" + i);
        case 2, 5, 7 -> assertThat(ingest("run-" + i).status(), is(RunStatus.SUCCEEDED));
        default -> throw new AssertionError(i);
      }
    }

    assertThat(fixture.tables(), is(batch().tables()));
  }

  @Test
  void anIdleJobWritesEverythingAndEnds() {
    fixture.file("sessions/a.jsonl", session(1), session(2), session(2));

    StageResult result = stream("job-1");

    assertThat(result.status(), is(RunStatus.SUCCEEDED));
    assertThat(fixture.query(EVENT_IDS), contains(List.of("e1"), List.of("e2")));
    assertThat(
        fixture.query("SELECT path, records, run_id FROM monitoring.streamed_files"),
        contains(List.of("sessions/a.jsonl", 3L, "job-1")));
    assertThat(
        fixture.query("SELECT path, table_name, event_id FROM monitoring.streamed_duplicates"),
        contains(List.of("sessions/a.jsonl", "sessions", "e2")));
    assertThat(
        fixture.query(
            "SELECT source, table_name, max(records) FROM monitoring.arrivals GROUP BY ALL"),
        empty());
  }

  @Test
  void eventsOfTodayAreCountedByTheMinute() {
    String now = Instant.now().toString();
    fixture.file(
        "sessions/a.jsonl",
        session("e1", "k1", now, 1).replace("2026-01-05T09:00:00Z", now),
        session("e2", "k2", now, 2).replace("2026-01-05T09:00:00Z", now));

    stream("job-1");

    assertThat(fixture.query("SELECT cause FROM monitoring.dead_letters"), empty());
    assertThat(
        fixture.query(
            "SELECT source, table_name, max(records) FROM monitoring.arrivals GROUP BY ALL"),
        contains(List.of("sessions", "sessions", 2L)));
  }

  @Test
  void aJobTakesUpWhereTheLastOneOrABatchRunEnded() {
    fixture.file("sessions/a.jsonl", session(1));
    ingest("run-1");
    fixture.file("sessions/b.jsonl", session(2));
    stream("job-1");
    fixture.file("sessions/c.jsonl", session(3));
    stream("job-2");

    assertThat(
        fixture.query("SELECT path, run_id FROM monitoring.streamed_files ORDER BY 1"),
        contains(List.of("sessions/b.jsonl", "job-1"), List.of("sessions/c.jsonl", "job-2")));
    assertThat(fixture.query(EVENT_IDS), contains(List.of("e1"), List.of("e2"), List.of("e3")));
  }

  @Test
  void aMappingThatComesAfterItsDataMendsWhatStreamingRejected() {
    fixture.file("sessions/a.jsonl", session(1));
    ingest("run-1");
    fixture.file("visits/a.csv", "visit,at", "v1,2026-01-05T09:00:00Z");
    stream("job-1");
    assertThat(fixture.query("SELECT code FROM monitoring.dead_letters"), hasSize(1));

    fixture.mapVisits();
    ingest("run-2");

    assertThat(fixture.query("SELECT event_id FROM raw.feature_uses"), contains(List.of("v1")));
    assertThat(fixture.query("SELECT code FROM monitoring.dead_letters"), empty());
  }

  @Test
  void aStreamedFileThatIsGoneStopsTheBatchRunUntilARebuildIsAskedFor() throws IOException {
    fixture.file("sessions/a.jsonl", session(1));
    ingest("run-1");
    fixture.file("sessions/b.jsonl", session(2));
    stream("job-1");
    Files.delete(fixture.landing.resolve("sessions/b.jsonl"));

    UsageException e = assertThrows(UsageException.class, () -> ingest("run-2"));
    assertThat(e.getMessage(), containsString("sessions/b.jsonl"));

    IngestOptions rebuild = fixture.options("run-3");
    rebuild.setRebuild(true);
    IngestPipeline.run(rebuild);
    ingest("run-4");
    assertThat(fixture.query(EVENT_IDS), contains(List.of("e1")));
  }

  @Test
  void replaysAndBackfillsWaitForTheBatchRun() {
    fixture.file("sessions/a.jsonl", session(1), "{broken");
    stream("job-1");
    IngestOptions replay = fixture.options("run-1");
    replay.setReplay(true);
    IngestOptions backfill = fixture.options("run-1");
    backfill.setFrom("2026-01-05");

    for (IngestOptions options : List.of(replay, backfill)) {
      UsageException e = assertThrows(UsageException.class, () -> IngestPipeline.run(options));
      assertThat(
          e.getMessage(),
          is(
              "1 file was read by streaming ingest alone so far (sessions/a.jsonl): run ingest"
                  + " without other options first."));
    }
  }

  /** What one batch run makes of all that has landed. */
  private IngestFixture batch() {
    IngestFixture whole = new IngestFixture(directory.resolve("whole"));
    IngestOptions options = whole.options("run-1");
    options.setLanding(fixture.landing.toString());
    IngestPipeline.run(options);
    return whole;
  }

  private StageResult ingest(String runId) {
    return IngestPipeline.run(fixture.options(runId));
  }

  /** Runs a job until nothing lands any more. */
  private StageResult stream(String runId) {
    IngestOptions options = streaming(runId);
    options.setIdleSeconds(1);
    return IngestPipeline.run(options);
  }

  private IngestOptions streaming(String runId) {
    IngestOptions options = fixture.options(runId);
    options.as(StreamingOptions.class).setStreaming(true);
    options.setPollSeconds(1);
    options.setAppendSeconds(1);
    return options;
  }

  private static String[] part(List<String> deliveries, int i, int parts) {
    return deliveries
        .subList(i * deliveries.size() / parts, (i + 1) * deliveries.size() / parts)
        .toArray(String[]::new);
  }

  private static void await(Supplier<List<List<Object>>> query, List<List<Object>> expected)
      throws InterruptedException {
    Instant end = Instant.now().plus(A_MINUTE);
    while (!query.get().equals(expected) && Instant.now().isBefore(end)) {
      Thread.sleep(200);
    }
    assertThat(query.get(), is(expected));
  }
}
