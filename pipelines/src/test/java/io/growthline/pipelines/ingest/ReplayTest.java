package io.growthline.pipelines.ingest;

import static io.growthline.pipelines.ingest.IngestFixture.session;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.ingest.UnknownColumns;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.pipelines.stage.StageResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rejected records are tried again, as often as allowed, and taken once. */
class ReplayTest {
  private static final String LETTERS =
      "SELECT line, status, attempt FROM monitoring.dead_letters ORDER BY line NULLS FIRST";
  private static final String EVENT_IDS = "SELECT event_id FROM raw.sessions ORDER BY 1";

  @TempDir Path directory;
  private IngestFixture fixture;

  @BeforeEach
  void setUp() {
    fixture = new IngestFixture(directory);
  }

  @Test
  void aRecordThatIsTakenNowIsFixedAndTheOthersCountOneAttemptMore() {
    fixture.file(
        "sessions/a.jsonl", session(1), session(2).replace("{", "{\"mood\":\"good\","), "{oops");
    ingest("run-1");

    StageResult result = replay("run-2");

    assertThat(fixture.query(EVENT_IDS), contains(List.of("e1"), List.of("e2")));
    assertThat(
        fixture.query(LETTERS), contains(List.of(2L, "replayed", 2L), List.of(3L, "open", 2L)));
    assertThat(
        fixture.query("SELECT table_name, columns FROM raw.undeclared_columns"),
        contains(List.of("sessions", "{\"mood\":\"good\"}")));
    assertThat(
        result.intake().orElseThrow().sources(),
        contains(
            new SourceAccount("sessions", "sessions", 3, 2, 0, 1, 0, 0),
            new SourceAccount("sessions", "undeclared_columns", 1, 1, 0, 0, 0, 0)));
  }

  @Test
  void aReplayIsAsIfTheRecordHadBeenTakenAtFirst() {
    fixture.file("sessions/a.jsonl", session(1), session(2).replace("{", "{\"mood\":\"good\","));
    ingest("run-1");
    replay("run-2");
    IngestFixture mended = new IngestFixture(directory.resolve("mended"));
    mended.file("sessions/a.jsonl", session(1), session(2).replace("{", "{\"mood\":\"good\","));
    IngestOptions options = mended.options("run-1");
    options.setUnknownColumns(UnknownColumns.KEEP);
    IngestPipeline.run(options);

    for (String table :
        List.of("raw.sessions", "raw.undeclared_columns", "monitoring.source_accounts")) {
      String rows = "SELECT * FROM " + table + " ORDER BY ALL";
      assertThat(table, fixture.query(rows), is(mended.query(rows)));
    }
  }

  @Test
  void replayingTwiceTakesARecordOnceAndStopsAfterTheLastAttempt() {
    fixture.file("sessions/a.jsonl", session(2).replace("{", "{\"mood\":\"good\","), "{oops");
    ingest("run-1");
    replay("run-2");
    List<List<Object>> sessions = fixture.query("SELECT * FROM raw.sessions");

    replay("run-3");
    StageResult last = replay("run-4");

    assertThat(last.notes(), contains("No rejected record can be tried again."));
    assertThat(
        fixture.query(LETTERS), contains(List.of(1L, "replayed", 2L), List.of(2L, "open", 3L)));
    assertThat(fixture.query("SELECT * FROM raw.sessions"), is(sessions));
  }

  @Test
  void aRecordThatArrivedOtherwiseMeanwhileIsADuplicate() {
    fixture.file("sessions/a.jsonl", session(2).replace("{", "{\"mood\":\"good\","));
    ingest("run-1");
    fixture.file("sessions/b.jsonl", session(2));
    ingest("run-2");

    StageResult result = replay("run-3");

    assertThat(fixture.query(EVENT_IDS), contains(List.of("e2")));
    assertThat(
        result.intake().orElseThrow().sources(),
        contains(
            new SourceAccount("sessions", "sessions", 2, 1, 1, 0, 0, 0),
            new SourceAccount("sessions", "undeclared_columns", 1, 1, 0, 0, 0, 0)));
  }

  @Test
  void linesOfCsvAreReadUnderTheirHeaderByTheMendedMapping() {
    fixture
        .file("visits/_mapping.yaml", mapping("int(row['length of stay'])"))
        .file("visits/a.csv", "visit,length of stay", "v1,10", "\"v,2\",20 s");
    ingest("run-1");
    assertThat(
        fixture.query("SELECT line, code FROM monitoring.dead_letters"),
        contains(List.of(2L, "wrong_type")));

    fixture.file("visits/_mapping.yaml", mapping("int(row['length of stay'].replace(' s', ''))"));
    StageResult result = replay("run-2");

    assertThat(
        fixture.query("SELECT event_id, duration_s FROM raw.sessions ORDER BY 1"),
        contains(List.of("v,2", 20L), List.of("v1", 10L)));
    assertThat(
        result.intake().orElseThrow().sources(),
        contains(new SourceAccount("visits", "sessions", 2, 2, 0, 0, 0, 0)));
  }

  @Test
  void aFileThatCannotBeReadIsLeftForABetterFile() {
    fixture.file("horoscopes/a.jsonl", "{}");
    ingest("run-1");

    StageResult result = replay("run-2");

    assertThat(result.notes(), contains("No rejected record can be tried again."));
    assertThat(
        fixture.query("SELECT can_be_replayed FROM monitoring.dead_letters"),
        contains(List.of(false)));
  }

  private static String mapping(String length) {
    return """
        source: visits
        format: csv
        tables:
          - table: sessions
            columns:
              event_id: row.visit
              idempotency_key: row.visit
              occurred_at: "'2026-01-05T09:00:00Z'"
              session_id: row.visit
              duration_s: %s
              crashed: "false"
        """
        .formatted(length);
  }

  private void ingest(String runId) {
    IngestPipeline.run(fixture.options(runId));
  }

  /** A replay of a platform that keeps undeclared columns by now. */
  private StageResult replay(String runId) {
    IngestOptions options = fixture.options(runId);
    options.setReplay(true);
    options.setUnknownColumns(UnknownColumns.KEEP);
    return IngestPipeline.run(options);
  }
}
