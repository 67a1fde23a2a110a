package io.growthline.pipelines.cloud;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.warehouse.SqlWarehouse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stages that run in processes of their own leave accounts, which become one record of the run. */
class RecordedRunTest {
  private static final String SESSION =
      """
      {"event_id":"e1","idempotency_key":"k1","customer_id":"c1","occurred_at":"2026-01-05T09:00:00Z",\
      "ingested_at":"2026-01-05T09:00:03Z","schema_version":1,"source":"app","session_id":"s1",\
      "duration_s":60,"screens":3,"crashed":false}
      """;

  @TempDir Path data;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void oneSessionLands() throws IOException {
    Files.createDirectories(data.resolve("landing/sessions"));
    Files.writeString(data.resolve("landing/sessions/a.jsonl"), SESSION + "broken\n");
  }

  @Test
  void theRecordTellsWhatTheStagesTookInAndPublished() throws IOException {
    assertThat(ingest("run-1"), is(0));
    assertThat(record("run-1", "ingest"), is(0));

    JsonNode manifest = manifest("run-1");
    assertThat(manifest.get("status").asText(), is("succeeded"));
    assertThat(manifest.at("/stages/0/stage").asText(), is("ingest"));
    assertThat(manifest.at("/intake/0/read").asLong(), is(2L));
    assertThat(manifest.at("/intake/0/dead_lettered").asLong(), is(1L));
    assertThat(
        rows("kind IN ('stage', 'intake') OR name = 'raw.sessions'"),
        contains(
            List.of("intake", "sessions/sessions", "balanced", 2L),
            List.of("stage", "ingest", "succeeded", rowsOf(manifest)),
            List.of("table", "raw.sessions", "published", 1L)));
  }

  @Test
  void aStageThatFailedOrLeftNoAccountFailsTheRun() throws IOException {
    assertThat(execute("ingest", "run-1", "--landing=" + data.resolve("nowhere")), is(2));
    assertThat(record("run-1", "ingest,score"), is(0));

    JsonNode manifest = manifest("run-1");
    assertThat(manifest.get("status").asText(), is("failed"));
    assertThat(manifest.at("/stages/0/status").asText(), is("failed"));
    assertThat(manifest.at("/stages/1/stage").asText(), is("score"));
    assertThat(manifest.at("/stages/1/notes/0").asText(), containsString("It left no account"));
    assertThat(rows("name = 'score'"), hasItem(List.of("stage", "score", "failed", 0L)));
  }

  @Test
  void aStageThatIsTriedAgainCountsAsItEnded() throws IOException {
    assertThat(execute("ingest", "run-1", "--landing=" + data.resolve("nowhere")), is(2));
    assertThat(ingest("run-1"), is(0));
    assertThat(record("run-1", "ingest"), is(0));

    assertThat(manifest("run-1").get("status").asText(), is("succeeded"));
  }

  @Test
  void recordingTwiceChangesNothingAndOtherRunsStay() throws IOException {
    ingest("run-1");
    record("run-1", "ingest");
    List<List<Object>> once = rows("run_id = 'run-1'");
    ingest("run-2");
    record("run-2", "ingest");
    record("run-2", "ingest");

    assertThat(rows("run_id = 'run-1'"), is(once));
    assertThat(
        "sources stay known in a run that read nothing",
        rows("run_id = 'run-2' AND kind = 'source'").size(),
        is(1));
    assertThat(manifest("run-2").get("intake").size(), is(0));
    assertThat(
        rows("run_id = 'run-2' AND name = 'raw.sessions'"),
        contains(List.of("table", "raw.sessions", "published", 1L)));
  }

  @Test
  void withoutAPlaceForAccountsThereIsNothingToRecord() {
    int code =
        run(
            "--stage=record",
            "--warehouse=" + data.resolve("warehouse"),
            "--stages=ingest",
            "--reports=" + data.resolve("reports"));

    assertThat(code, is(2));
    assertThat(said.toString(StandardCharsets.UTF_8), containsString("--accounts"));
  }

  private int ingest(String runId) {
    return execute("ingest", runId, "--landing=" + data.resolve("landing"));
  }

  private int record(String runId, String stages) {
    return execute("record", runId, "--stages=" + stages, "--reports=" + data.resolve("reports"));
  }

  private int execute(String stage, String runId, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "--stage=" + stage,
                "--warehouse=" + data.resolve("warehouse"),
                "--runId=" + runId,
                "--accounts=" + data.resolve("accounts").resolve(runId)));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  private int run(String... words) {
    return CloudStage.execute(words, new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  private JsonNode manifest(String runId) throws IOException {
    return new ObjectMapper()
        .readTree(data.resolve("reports").resolve(runId).resolve("manifest.json").toFile());
  }

  private static long rowsOf(JsonNode manifest) {
    return manifest.at("/stages/0/rows").asLong();
  }

  private List<List<Object>> rows(String condition) {
    try (SqlWarehouse sql = Warehouses.sql(data.resolve("warehouse").toString())) {
      return sql.query(
              "SELECT kind, name, status, row_count FROM monitoring.run_manifests WHERE "
                  + condition
                  + " ORDER BY run_id, kind, name",
              Map.of())
          .rows();
    }
  }
}
