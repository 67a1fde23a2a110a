package io.growthline.pipelines.ingest;

import static io.growthline.pipelines.ingest.IngestFixture.session;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.monitoring.PartitionRange;
import io.growthline.domain.monitoring.RunStatus;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.stage.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what is new is read and only what it changes is written; the tables are as of one run. */
class IncrementalIngestTest {
  private static final String EVENT_IDS = "SELECT event_id FROM raw.sessions ORDER BY 1";

  @TempDir Path directory;
  private IngestFixture fixture;

  @BeforeEach
  void setUp() {
    fixture = new IngestFixture(directory.resolve("data"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anyOrderAndSplitOfTheSameDeliveriesGivesTheTablesOfOneRun(long seed) {
    List<String> deliveries = IngestFixture.deliveries(new Random(seed));
    IngestFixture whole = new IngestFixture(directory.resolve("whole"));
    whole.file("sessions/all.jsonl", deliveries.toArray(String[]::new)).run();

    Collections.shuffle(deliveries, new Random(-seed));
    int runs = 4;
    for (int i = 0; i < runs; i++) {
      List<String> part =
          deliveries.subList(i * deliveries.size() / runs, (i + 1) * deliveries.size() / runs);
      fixture.file("sessions/part-" + i + ".jsonl", part.toArray(String[]::new));
      assertThat(ingest("run-" + i).status(), is(RunStatus.SUCCEEDED));
    }

    assertThat(fixture.tables(), is(whole.tables()));
  }

  @Test
  void aDeliveryDroppedForOneThatIsDroppedLaterComesBack() {
    fixture.file(
        "sessions/1.jsonl",
        session("e1", "k1", "2026-01-05T09:00:05Z", 1),
        session("e1", "k2", "2026-01-05T09:00:04Z", 2));
    ingest("run-1");
    assertThat(fixture.query("SELECT duration_s FROM raw.sessions"), contains(List.of(2L)));

    fixture.file("sessions/2.jsonl", session("e2", "k2", "2026-01-05T09:00:03Z", 3));
    StageResult result = ingest("run-2");

    assertThat(
        fixture.query("SELECT duration_s FROM raw.sessions ORDER BY 1"),
        contains(List.of(1L), List.of(3L)));
    assertThat(
        result.intake().orElseThrow().sources(),
        contains(new SourceAccount("sessions", "sessions", 3, 2, 1, 0, 0, 0)));
  }

  @Test
  void aRunWithoutNewFilesTouchesNothing() throws IOException {
    fixture.file("sessions/a.jsonl", session(1));
    ingest("run-1");
    byte[] catalog = Files.readAllBytes(fixture.warehouse.resolve("catalog.json"));

    StageResult result = ingest("run-2");

    assertThat(result.notes().get(0), containsString("No new files"));
    assertThat(result.tables(), is(Map.of()));
    assertThat(
        result.intake().orElseThrow().sources(),
        contains(new SourceAccount("sessions", "sessions", 1, 1, 0, 0, 0, 0)));
    assertThat(Files.readAllBytes(fixture.warehouse.resolve("catalog.json")), is(catalog));
  }

  @Test
  void aLateEventRebuildsItsOwnDayAndNoOther() throws IOException {
    fixture.file("sessions/a.jsonl", on("2026-01-05", 1), on("2026-02-07", 2));
    ingest("run-1");
    List<Path> february = files("2026-02");

    fixture.file("sessions/b.jsonl", on("2026-01-04", 3), on("2026-01-05", 4));
    StageResult result = ingest("run-2");

    assertThat(
        result.intake().orElseThrow().partitions(),
        contains(
            new PartitionRange(
                "raw.sessions", LocalDate.of(2026, 1, 4), LocalDate.of(2026, 1, 5), 2)));
    assertThat(files("2026-02"), is(february));
    assertThat(
        fixture.query(EVENT_IDS),
        contains(List.of("e1"), List.of("e2"), List.of("e3"), List.of("e4")));
  }

  @Test
  void aFileWhoseContentChangedIsReadAgainWithAllOthers() {
    fixture.file("sessions/a.jsonl", session(1)).file("sessions/b.jsonl", session(2));
    ingest("run-1");

    fixture.file("sessions/a.jsonl", session(3));
    StageResult result = ingest("run-2");

    assertThat(
        result.notes(),
        contains("sessions/a.jsonl changed since it was ingested: all files were read again."));
    assertThat(fixture.query(EVENT_IDS), contains(List.of("e2"), List.of("e3")));
  }

  @Test
  void aFileThatIsGoneStopsTheRunUntilARebuildIsAskedFor() throws IOException {
    fixture.file("sessions/a.jsonl", session(1)).file("sessions/b.jsonl", session(2));
    ingest("run-1");
    Files.delete(fixture.landing.resolve("sessions/a.jsonl"));

    UsageException e = assertThrows(UsageException.class, () -> ingest("run-2"));
    assertThat(
        e.getMessage(),
        containsString("1 ingested file is gone from the landing place (sessions/a.jsonl)"));
    assertThat(fixture.query(EVENT_IDS), contains(List.of("e1"), List.of("e2")));

    IngestOptions rebuild = fixture.options("run-3");
    rebuild.setRebuild(true);
    IngestPipeline.run(rebuild);
    assertThat(fixture.query(EVENT_IDS), contains(List.of("e2")));
  }

  @Test
  void aMappingForDataThatHadNoneReadsItAgain() {
    fixture.file("visits/a.csv", "visit,at", "v1,2026-01-05T09:00:00Z");
    assertThat(ingest("run-1").intake().orElseThrow().read().get(0).deadLettered(), is(1L));

    fixture.mapVisits();
    ingest("run-2");

    assertThat(fixture.query("SELECT event_id FROM raw.feature_uses"), contains(List.of("v1")));
    assertThat(fixture.query("SELECT * FROM monitoring.dead_letters"), empty());
  }

  @Test
  void overlappingBackfillsAndRerunsGiveTheSameTables() {
    fixture.file(
        "sessions/a.jsonl",
        on("2026-01-03", 1),
        on("2026-01-04", 2),
        on("2026-01-05", 3),
        on("2026-01-06", 4),
        session("e9", "k3", "2026-01-09T00:00:00Z", 9),
        "{oops");
    ingest("run-1");
    Map<String, List<List<Object>>> tables = fixture.tables();

    StageResult first = backfill("run-2", "2026-01-04", "2026-01-05");
    backfill("run-3", "2026-01-05", "2026-01-08");
    backfill("run-4", "2026-01-05", "2026-01-08");

    assertThat(fixture.tables(), is(tables));
    assertThat(
        first.intake().orElseThrow().partitions(),
        contains(
            new PartitionRange(
                "raw.sessions", LocalDate.of(2026, 1, 4), LocalDate.of(2026, 1, 5), 2)));
    assertThat(
        first.intake().orElseThrow().read(),
        contains(new SourceAccount("sessions", "sessions", 6, 2, 1, 1, 2, 0)));
  }

  @Test
  void aBackfillMendsTheDaysAskedForAndLeavesTheOthers() {
    fixture.file("sessions/a.jsonl", on("2026-01-03", 1), on("2026-01-04", 2), on("2026-01-05", 3));
    ingest("run-1");
    fixture.replaceSessions(Map.of("2026-01-03", 0, "2026-01-04", 0, "2026-01-06", 1));

    backfill("run-2", "2026-01-04", "2026-01-06");

    assertThat(fixture.query(EVENT_IDS), contains(List.of("e2"), List.of("e3")));
  }

  @Test
  void aBackfillOfWhatIsNotWhatWasIngestedIsRefused() {
    fixture.file("sessions/a.jsonl", session(1));
    ingest("run-1");
    fixture.file("sessions/a.jsonl", session(2));

    UsageException e =
        assertThrows(UsageException.class, () -> backfill("run-2", "2026-01-01", "2026-01-31"));
    assertThat(e.getMessage(), containsString("sessions/a.jsonl is not what was ingested"));
    UsageException range =
        assertThrows(UsageException.class, () -> backfill("run-2", "2026-01-31", "2026-01-01"));
    assertThat(range.getMessage(), is("--from=2026-01-31 lies after --to=2026-01-01."));
  }

  private StageResult ingest(String runId) {
    return IngestPipeline.run(fixture.options(runId));
  }

  private StageResult backfill(String runId, String from, String to) {
    IngestOptions options = fixture.options(runId);
    options.setFrom(from);
    options.setTo(to);
    return IngestPipeline.run(options);
  }

  private static String on(String day, int number) {
    return session(number).replace("2026-01-05", day);
  }

  private List<Path> files(String month) throws IOException {
    try (var files = Files.list(fixture.warehouse.resolve("raw/sessions"))) {
      return files.filter(f -> f.getFileName().toString().startsWith(month)).sorted().toList();
    }
  }
}
