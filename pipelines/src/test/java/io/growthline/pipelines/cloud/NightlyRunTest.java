package io.growthline.pipelines.cloud;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.pipelines.cloud.LoopbackGoogle.Started;
import io.growthline.pipelines.stage.StageOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.beam.runners.dataflow.options.DataflowPipelineOptions;
import org.apache.beam.runners.dataflow.options.DataflowPipelineWorkerPoolOptions.AutoscalingAlgorithmType;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The committed workflow, run stage by stage against local ports. */
class NightlyRunTest {
  private static final String RUN = "20260701T020000Z";
  private static final Map<String, Object> EVERYTHING = Map.of();

  /** Stages that read or write whole tables with personal data; see {@code AccessPolicyTest}. */
  static final Set<String> PERSONAL = Set.of("ingest", "marts", "monitor");

  private LoopbackGoogle google;
  private Workflow workflow;

  @BeforeEach
  void start() throws IOException {
    google = new LoopbackGoogle();
    workflow =
        new Workflow(
            CloudFiles.nightly(),
            Map.of("SETTINGS", settings()),
            new HttpGoogleServices(google.address()));
  }

  @AfterEach
  void stop() {
    google.close();
  }

  @Test
  void everyStageRunsInOrderAndThenTheRelease() {
    Map<String, Object> result = Workflow.map(workflow.run(EVERYTHING));

    assertThat(
        stages(),
        contains(
            "ingest", "marts", "train", "score", "price", "decide", "monitor", "record",
            "release"));
    assertThat(result, hasEntry("released", true));
    assertThat(result, hasEntry("run_id", RUN));
    assertThat(result, hasEntry("as_of", "2026-07-01"));
    assertThat(events(), hasItem("released"));
  }

  @Test
  void theGateIsAskedForTheDayOfTheRunAndMayNotCostMuch() {
    workflow.run(Map.of("as_of", "2026-06-30"));

    assertThat(google.query().get("queryParameters").toString(), containsString("2026-06-30"));
    assertThat(google.query(), hasEntry("useLegacySql", false));
    assertThat(google.query(), hasEntry("maximumBytesBilled", "104857600"));
  }

  @Test
  void aGateThatWarnsReleases() {
    google.gateSays("warn");

    workflow.run(EVERYTHING);

    assertThat(stages(), hasItem("release"));
  }

  @Test
  void aGateThatFailsReleasesNothing() {
    google.gateSays("fail");

    Workflow.Raised blocked = assertThrows(Workflow.Raised.class, () -> workflow.run(EVERYTHING));

    assertThat(blocked.error(), hasEntry("code", 3L));
    assertThat(blocked.getMessage(), containsString("keeps the earlier release"));
    assertThat(stages(), not(hasItem("release")));
    assertThat(events(), hasItem("release_blocked"));
  }

  @Test
  void withoutAVerdictNothingIsReleased() {
    google.gateSays();

    Workflow.Raised blocked = assertThrows(Workflow.Raised.class, () -> workflow.run(EVERYTHING));

    assertThat(blocked.getMessage(), containsString("missing"));
    assertThat(stages(), not(hasItem("release")));
  }

  @Test
  void aStageThatFailsOnceRunsAgainWithTheSameWordsAndNoOtherDoes() {
    google.ends("marts", 1);

    workflow.run(EVERYTHING);

    assertThat(stages().subList(0, 4), contains("ingest", "marts", "marts", "train"));
    assertThat(google.started().get(1), is(google.started().get(2)));
    assertThat(events().stream().filter("stage_failed"::equals).count(), is(1L));
  }

  @Test
  void aStageThatKeepsFailingStopsTheRunAfterThreeAttempts() {
    google.ends("train", 1, 1, 1);

    Workflow.Raised failure = assertThrows(Workflow.Raised.class, () -> workflow.run(EVERYTHING));

    assertThat(
        failure.getMessage(), startsWith("Stage train ended with exit code 1; see the log of "));
    assertThat(events(), hasItem("run_failed"));
    assertThat(stages(), contains("ingest", "marts", "train", "train", "train", "record"));
    assertThat(google.started().get(5).words(), hasItem("--stages=ingest,marts,train"));
    assertThat(workflow.waited(), is(lessThanOrEqualTo(Duration.ofMinutes(12))));
  }

  /** Wrong options, files that are gone, data too large: no other attempt changes them. */
  @Test
  void aStageThatWasAskedForTheImpossibleIsNotTriedAgain() {
    google.ends("ingest", 2);

    Workflow.Raised failure = assertThrows(Workflow.Raised.class, () -> workflow.run(EVERYTHING));

    assertThat(failure.getMessage(), startsWith("Stage ingest ended with exit code 2"));
    assertThat(stages(), contains("ingest", "record"));
  }

  @Test
  void aRunThatCannotBeRecordedReleasesNothing() {
    google.ends("record", 1, 1, 1);

    assertThrows(Workflow.Raised.class, () -> workflow.run(EVERYTHING));

    assertThat(stages(), not(hasItem("release")));
    assertThat(events(), hasItem("run_failed"));
  }

  @Test
  void aFailureThatCannotBeRecordedIsStillTheOneThatPeopleSee() {
    google.ends("marts", 2);
    google.ends("record", 1, 1, 1);

    Workflow.Raised failure = assertThrows(Workflow.Raised.class, () -> workflow.run(EVERYTHING));

    assertThat(failure.getMessage(), startsWith("Stage marts ended"));
    assertThat(events(), hasItems("run_unrecorded", "run_failed"));
  }

  @Test
  void someStagesCanRunWithoutARelease() {
    Map<String, Object> result =
        Workflow.map(workflow.run(Map.of("stages", List.of("marts", "monitor"), "release", false)));

    assertThat(result, hasEntry("released", false));
    assertThat(stages(), contains("marts", "monitor", "record"));
  }

  @Test
  void everyStageTakesTheOptionsThatItIsGivenAndMissesNone() {
    workflow.run(EVERYTHING);

    for (Started start : google.started()) {
      StageOptions options = options(start);
      assertThat(options.getRunId(), is(RUN));
      assertThat(options.getAsOf(), is("2026-07-01"));
      assertThat(options.getWarehouse(), is("bq://example-project"));
      String bucket = PERSONAL.contains(start.stage()) ? "private" : "staging";
      assertThat(options.getTempLocation(), is("gs://example-" + bucket + "/runs/" + RUN));
      assertThat(options.getAccounts(), is("gs://example-staging/runs/" + RUN));
    }
  }

  @Test
  void theLargeStagesRunOnDataflowWithTheirWorkersAndTheOthersHere() {
    workflow.run(EVERYTHING);

    for (Started start : google.started()) {
      DataflowPipelineOptions options = options(start).as(DataflowPipelineOptions.class);
      boolean large = CloudFiles.DATAFLOW_STAGES.contains(start.stage());
      assertThat(start.words().contains("--runner=DataflowRunner"), is(large));
      if (large) {
        assertThat(options.getJobName(), is("growthline-" + start.stage() + "-20260701t020000z"));
        assertThat(options.getProject(), is("example-project"));
        assertThat(
            options.getStagingLocation(),
            is(options.getTempLocation().replace("runs/" + RUN, "dataflow")));
        assertThat(options.getRegion(), is("europe-west2"));
        assertThat(options.getWorkerMachineType(), is("n2-standard-2"));
        assertThat(options.getMaxNumWorkers(), is(4));
        assertThat(
            options.getAutoscalingAlgorithm(), is(AutoscalingAlgorithmType.THROUGHPUT_BASED));
        assertThat(options.getExperiments(), hasItem("use_runner_v2"));
        assertThat(options.getLabels(), hasEntry("application", "growthline"));
        assertThat(options.getServiceAccount(), containsString("growthline-" + start.stage()));
      }
    }
  }

  /** The options as the entry point of the image reads them; unknown or missing ones throw. */
  private static StageOptions options(Started start) {
    assertThat(start.words().get(0), is(CloudStage.class.getName()));
    assertThat(start.words(), hasItem("--stage=" + start.stage()));
    Class<? extends StageOptions> type = CloudFiles.stage(start.stage()).options();
    return PipelineOptionsFactory.fromArgs(
            start.words().stream()
                .skip(1)
                .filter(word -> !word.startsWith("--stage="))
                .toArray(String[]::new))
        .withValidation()
        .as(type);
  }

  private List<String> stages() {
    return google.started().stream().map(Started::stage).toList();
  }

  private List<Object> events() {
    return workflow.logs().stream().map(log -> log.get("event")).toList();
  }

  // The form that modules/orchestration declares; TerraformTest compares the two.
  static String settings() throws IOException {
    Map<String, Object> buckets = new TreeMap<>();
    for (String purpose :
        List.of("landing", "models", "private", "reports", "serving", "staging")) {
      buckets.put(purpose, "example-" + purpose);
    }
    Map<String, Object> dataflow = new TreeMap<>();
    for (String stage : CloudFiles.DATAFLOW_STAGES) {
      dataflow.put(
          stage,
          Map.of(
              "serviceAccount",
              "growthline-" + stage + "@example-project.iam.gserviceaccount.com",
              "workerMachineType",
              "n2-standard-2",
              "maxNumWorkers",
              "4"));
    }
    return Workflow.JSON.writeValueAsString(
        Map.of(
            "project",
            "example-project",
            "region",
            "europe-west2",
            "buckets",
            buckets,
            "workers",
            Map.of(
                "sdkContainerImage",
                "registry/pipelines@sha256:0",
                "labels",
                "{\"application\":\"growthline\"}"),
            "dataflow",
            dataflow));
  }
}
