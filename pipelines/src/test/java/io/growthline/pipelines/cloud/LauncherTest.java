package io.growthline.pipelines.cloud;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.pricing.DemandModels;
import io.growthline.pipelines.loopback.LoopbackBigQuery;
import io.growthline.pipelines.loopback.LoopbackStorage;
import io.growthline.pipelines.marts.Analyses;
import io.growthline.transforms.mart.BuildMarts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The entry point of the image, started as the launcher of Flex Templates starts it: it writes the
 * job for Dataflow and ends. Then the same stage publishes what the job has staged.
 */
class LauncherTest {
  @TempDir Path directory;

  private LoopbackLauncher launcher;
  private LoopbackStorage storage;
  private LoopbackBigQuery bigQuery;

  @BeforeEach
  void start() throws IOException {
    launcher = new LoopbackLauncher(directory);
    storage = launcher.storage();
    bigQuery = launcher.bigQuery();
  }

  @AfterEach
  void stop() {
    launcher.close();
  }

  @Test
  void theImageNamesAnEntryPointThatExists() throws ClassNotFoundException {
    Matcher main =
        Pattern.compile("<FLEX_TEMPLATE_JAVA_MAIN_CLASS>(.*)</FLEX_TEMPLATE_JAVA_MAIN_CLASS>")
            .matcher(CloudFiles.text(Path.of("pom.xml")));

    assertThat(main.find(), is(true));
    assertThat(Class.forName(main.group(1)), is((Object) CloudStage.class));
  }

  @Test
  void aLaunchWritesTheJobAndWaitsForNothingAndPublishesNothing() {
    Set<String> marts =
        BuildMarts.tables().stream()
            .map(TableSpec::id)
            .collect(Collectors.toCollection(TreeSet::new));

    succeeds(launcher.launch("marts"));

    assertThat(storage.objects(), hasItem(LoopbackLauncher.JOB));
    String job = new String(storage.content(LoopbackLauncher.JOB), StandardCharsets.UTF_8);
    // Steps of a job of more than 10 MB, which Dataflow refuses, would lie elsewhere.
    assertThat(job, containsString("Write marts tables"));
    marts.forEach(mart -> assertThat(job, matchesPattern("(?s).*[\" ]" + mart + "[\" ].*")));
    assertThat(launcher.dataflow().jobs(), is(empty()));
    assertThat(bigQuery.copies(), is(empty()));
    assertThat(bigQuery.tables().size(), is(marts.size()));

    assertThat(launcher.publish("marts"), is(1));
    assertThat(bigQuery.copies(), is(empty()));
    launcher.endJob("marts");
    succeeds(launcher.publish("marts"));

    Analyses.tables().forEach(table -> marts.add(table.id()));
    assertThat(new TreeSet<>(bigQuery.copies()), is(marts));
    assertThat(bigQuery.tables(), is(empty()));
  }

  @Test
  void aJobThatStillRunsOrHasFailedPublishesNothingAndKeepsWhatItStages() {
    succeeds(launcher.launch("price", "--models=gs://models"));
    Set<String> staged = Set.copyOf(bigQuery.tables());
    String endOfAnEarlierJob = launcher.endOf("price");
    succeeds(launcher.launch("price", "--models=gs://models"));
    storage.put(endOfAnEarlierJob, "");

    assertThat(launcher.publish("price", "--models=gs://models"), is(1));

    assertThat(
        launcher.said(), containsString("The job of run nightly-1 still runs or has failed"));
    assertThat(bigQuery.copies(), is(empty()));
    assertThat(bigQuery.tables(), is(staged));
    assertThat(inProduction(), is(empty()));
  }

  @Test
  void whatWasNeverLaunchedOrIsPublishedAlreadyCannotBePublished() {
    assertThat(launcher.publish("score", "--models=gs://models"), is(2));
    assertThat(launcher.said(), containsString("Nothing was launched with --runId=nightly-1"));
    succeeds(launcher.launch("score", "--models=gs://models"));
    launcher.endJob("score");
    succeeds(launcher.publish("score", "--models=gs://models"));

    assertThat(launcher.publish("score", "--models=gs://models"), is(2));
  }

  @Test
  void demandModelsAreInUseOnlyAfterPublishing() {
    succeeds(launcher.launch("price", "--models=gs://models"));
    // What the job would have done.
    DemandModels models = new DemandModels(LocalDate.of(2026, 7, 1), List.of());
    storage.put("gs://models/pricing/runs/nightly-1", models.version() + "\n");
    storage.put("gs://models/pricing/" + models.version() + "/demand.json", models.toJson());
    storage.put(
        "gs://models/pricing/journal/20260701T000000000Z_" + models.version() + "_candidate.json",
        "{}");
    assertThat(inProduction(), is(empty()));

    launcher.endJob("price");
    succeeds(launcher.publish("price", "--models=gs://models"));

    assertThat(inProduction(), contains(containsString("_" + models.version() + "_")));
    assertThat(
        new TreeSet<>(bigQuery.copies()),
        is(Set.of("marts.price_elasticity", "marts.pricing_scenarios")));
  }

  @Test
  void aLaunchOfIngestStagesWhatItHasRead() {
    storage.put("gs://landing/sessions/a.jsonl", "{}\n");

    succeeds(launcher.launch("ingest", "--landing=gs://landing"));

    assertThat(storage.objects(), hasItem(LoopbackLauncher.JOB));
    assertThat(bigQuery.tables(), hasItem("staging.raw_sessions_nightly_1"));
    assertThat(launcher.publish("ingest", "--landing=gs://landing"), is(1));
    assertThat(launcher.said(), containsString("still runs or has failed"));
    launcher.endJob("ingest");
    assertThat(launcher.publish("ingest", "--landing=gs://landing"), is(1));
    assertThat(launcher.said(), containsString("The job ended but left no account of what it did"));
    assertThat(bigQuery.copies(), is(empty()));
    assertThat(bigQuery.tables(), is(empty()));
  }

  @Test
  void aLaunchOfIngestWithoutNewFilesIsAJobTooAndStagesNothing() {
    storage.put("gs://landing/sessions/a.jsonl", "{}\n");
    List<String> ingested = new ArrayList<>(storage.options());
    ingested.addAll(
        List.of(
            "--stage=ingest",
            "--landing=gs://landing",
            "--warehouse=" + directory.resolve("warehouse"),
            "--targetParallelism=1"));
    succeeds(launcher.execute(ingested));

    succeeds(launcher.launch("ingest", "--landing=gs://landing"));

    assertThat(storage.objects(), hasItem(LoopbackLauncher.JOB));
    assertThat(bigQuery.tables(), is(empty()));
    launcher.endJob("ingest");
    succeeds(launcher.publish("ingest", "--landing=gs://landing"));
    assertThat(launcher.said(), containsString("Run nightly-1 found nothing new to read."));
    assertThat(bigQuery.copies(), is(empty()));
  }

  @Test
  void aLaunchOfStreamingIngestWritesAStreamingJobThatAppendsAndWaitsForNothing()
      throws IOException {
    storage.put("gs://landing/sessions/a.jsonl", "{}\n");

    succeeds(launcher.launch("ingest", "--landing=gs://landing", "--streaming=true"));

    JsonNode job = new ObjectMapper().readTree(storage.content(LoopbackLauncher.JOB));
    assertThat(job.get("type").asText(), is("JOB_TYPE_STREAMING"));
    assertThat(job.toString(), containsString("Append raw.sessions"));
    assertThat(job.toString(), containsString("Append monitoring.streamed_files"));
    assertThat(launcher.dataflow().jobs(), is(empty()));
    assertThat(launcher.said(), containsString("The streaming job growthline-ingest is launched."));
  }

  @Test
  void aLaunchWithoutATemplateLeavesTheStreamingJobRunning() {
    storage.put("gs://landing/sessions/a.jsonl", "{}\n");
    List<String> words =
        launcher.words("ingest", "launch", "--landing=gs://landing", "--streaming=true");
    words.add("--runner=DataflowRunner");

    succeeds(launcher.execute(words));

    assertThat(launcher.dataflow().jobs().size(), is(1));
    assertThat(launcher.dataflow().polled(), is(empty()));
  }

  @Test
  void aStreamHasNothingToPublish() {
    assertThat(launcher.publish("ingest", "--landing=gs://landing", "--streaming=true"), is(2));
    assertThat(launcher.said(), containsString("leave out --step"));
  }

  @Test
  void aStageOnOneMachineCannotBeLaunchedAsATemplate() {
    assertThat(launcher.launch("train", "--models=gs://models"), is(2));
    assertThat(launcher.said(), containsString("train cannot be launched as a template"));
  }

  private void succeeds(int code) {
    assertThat(launcher.said(), code, is(0));
  }

  /** Entries of the journal that put demand models into production. */
  private List<String> inProduction() {
    return storage.objects().stream()
        .filter(object -> object.matches("gs://models/pricing/journal/.*_production\\.json"))
        .toList();
  }
}
