package io.growthline.pipelines.ingest;

import static io.growthline.pipelines.ingest.IngestFixture.session;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.monitoring.RunStatus;
import io.growthline.pipelines.loopback.LoopbackStorage;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.stage.UsageException;
import io.growthline.warehouse.DirectoryTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ingest in two processes: one launches the job, another publishes what it has staged. */
class LaunchedIngestTest {
  private static final String SESSIONS = "SELECT event_id FROM raw.sessions ORDER BY 1";

  private static final String LEDGER =
      "SELECT path, checksum, records, run_id FROM monitoring.landing_files ORDER BY 1";

  @TempDir Path directory;
  private final LoopbackStorage storage = new LoopbackStorage("temp");
  private IngestFixture fixture;

  @BeforeEach
  void setUp() {
    fixture = new IngestFixture(directory.resolve("data"));
  }

  @AfterEach
  void theServerKnewEveryRequest() {
    storage.close();
    assertThat(storage.unexpected(), is(empty()));
  }

  @Test
  void launchedAndPublishedRunsGiveTheTablesOfPlainOnes() {
    List<String> deliveries = IngestFixture.deliveries(new Random(7));
    IngestFixture plain = new IngestFixture(directory.resolve("plain"));
    int parts = 2;
    for (int i = 0; i < parts; i++) {
      String[] part =
          deliveries
              .subList(i * deliveries.size() / parts, (i + 1) * deliveries.size() / parts)
              .toArray(String[]::new);
      fixture.file("sessions/" + i + ".jsonl", part);
      plain.file("sessions/" + i + ".jsonl", part);
      launch("run-" + i);
      publish("run-" + i);
      IngestPipeline.run(plain.options("run-" + i));
    }
    launch("backfill", "--from=2026-01-04", "--to=2026-01-05");
    publish("backfill");
    launch("replay", "--replay=true");
    publish("replay");

    assertThat(fixture.tables(), is(plain.tables()));
    assertThat(fixture.query(LEDGER), is(plain.query(LEDGER)));
    assertThat(
        fixture.query("SELECT DISTINCT attempt FROM monitoring.dead_letters"),
        contains(List.of(2L)));
    assertThat("what stays in the bucket", storage.objects(), is(empty()));
  }

  @Test
  void aLaunchWithoutNewFilesIsPublishedAsNoChange() {
    fixture.file("sessions/a.jsonl", session(1));
    IngestPipeline.run(fixture.options("run-1"));

    launch("run-2");

    StageResult result = publish("run-2");
    assertThat(result.notes(), contains("Run run-2 found nothing new to read."));
    assertThat(fixture.query(SESSIONS), contains(List.of("e1")));
  }

  @Test
  void whatWasNotLaunchedCannotBePublished() {
    fixture.file("sessions/a.jsonl", session(1));
    launch("run-1");

    UsageException e = assertThrows(UsageException.class, () -> publish("run-2"));

    assertThat(e.getMessage(), startsWith("Nothing was launched with --runId=run-2"));
  }

  @Test
  void aJobThatHasNotEndedIsNotPublishedUntilItHas() {
    fixture.file("sessions/a.jsonl", session(1));
    launch("run-1");
    String end =
        storage.objects().stream().filter(o -> o.contains("/ended-")).findFirst().orElseThrow();
    byte[] content = storage.content(end);
    storage.remove(end);

    IllegalStateException e = assertThrows(IllegalStateException.class, () -> publish("run-1"));

    assertThat(e.getMessage(), containsString("run-1 still runs or has failed"));
    assertThat(fixture.query(SESSIONS), is(empty()));
    storage.put(end, content);
    publish("run-1");
    assertThat(fixture.query(SESSIONS), contains(List.of("e1")));
  }

  @Test
  void aRunThatPublishedInBetweenIsNotUndone() throws IOException {
    fixture.file("sessions/a.jsonl", session(1));
    IngestPipeline.run(fixture.options("run-1"));
    fixture.file("sessions/b.jsonl", session(2));
    launch("run-2");
    fixture.file("sessions/c.jsonl", session(3));
    IngestPipeline.run(fixture.options("run-3"));

    IllegalStateException e = assertThrows(IllegalStateException.class, () -> publish("run-2"));

    assertThat(e.getMessage(), startsWith("Another run of ingest has published since run run-2"));
    assertThat(fixture.query(SESSIONS), contains(List.of("e1"), List.of("e2"), List.of("e3")));
    assertThat("what stays in the bucket", storage.objects(), is(empty()));
    assertThat(
        DirectoryTree.files(fixture.warehouse).stream().map(Path::toString).toList(),
        everyItem(not(containsString("_staging"))));
  }

  private void launch(String runId, String... more) {
    StageResult result = step("launch", runId, more);
    assertThat(result.status(), is(RunStatus.SUCCEEDED));
  }

  private StageResult publish(String runId) {
    StageResult result = step("publish", runId);
    assertThat(result.notes().toString(), result.status(), is(RunStatus.SUCCEEDED));
    return result;
  }

  private StageResult step(String step, String runId, String... more) {
    List<String> words = new ArrayList<>(storage.options());
    words.addAll(
        List.of(
            "--step=" + step,
            "--landing=" + fixture.landing,
            "--warehouse=" + fixture.warehouse,
            "--tempLocation=gs://temp/tmp",
            "--runId=" + runId,
            "--buckets=2",
            "--targetParallelism=2"));
    words.addAll(List.of(more));
    return IngestPipeline.run(
        PipelineOptionsFactory.fromArgs(words.toArray(String[]::new)).as(IngestOptions.class));
  }
}
