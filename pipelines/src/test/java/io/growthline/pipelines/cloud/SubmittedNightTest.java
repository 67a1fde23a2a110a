package io.growthline.pipelines.cloud;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.growthline.pipelines.loopback.LoopbackBigQuery;
import io.growthline.pipelines.loopback.LoopbackDataflow;
import io.growthline.pipelines.loopback.LoopbackStorage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the committed workflow says to the jobs of its stages makes them submit jobs to Dataflow
 * with workers, account, image and labels as Terraform sets them. Only addresses of the services
 * are added to the words.
 */
class SubmittedNightTest {
  private static final String NOTHING_RUN =
      "The job ended but left no account of what it did; nothing was published.";

  @TempDir Path directory;

  @ParameterizedTest(name = "{0}")
  @MethodSource("night")
  void aStageOnDataflowSubmitsOneJobAsTheWorkflowWantsItAndNoOtherStageDoes(
      String stage, List<String> words) throws IOException {
    Files.writeString(directory.resolve("code.jar"), "stands for the class path");

    List<JsonNode> jobs = submitted(stage, words);

    if (CloudFiles.DATAFLOW_STAGES.contains(stage)) {
      assertThat(jobs.size(), is(1));
      isAsTheWorkflowWants(jobs.get(0), stage);
    } else {
      assertThat(jobs, is(empty()));
    }
  }

  static List<Arguments> night() throws IOException {
    try (LoopbackGoogle google = new LoopbackGoogle()) {
      new Workflow(
              CloudFiles.nightly(),
              Map.of("SETTINGS", NightlyRunTest.settings()),
              new HttpGoogleServices(google.address()))
          .run(Map.of());
      return google.started().stream()
          .map(start -> Arguments.of(start.stage(), start.words().subList(1, start.words().size())))
          .toList();
    }
  }

  private List<JsonNode> submitted(String stage, List<String> given) {
    try (LoopbackStorage storage =
            new LoopbackStorage(
                "example-landing",
                "example-staging",
                "example-private",
                "example-models",
                "example-reports",
                "example-serving");
        LoopbackBigQuery bigQuery = new LoopbackBigQuery(directory.resolve("warehouse"));
        LoopbackDataflow dataflow = new LoopbackDataflow("JOB_STATE_DONE")) {
      storage.put("gs://example-landing/sessions/a.jsonl", "{}\n");
      List<String> words = new ArrayList<>(given);
      words.addAll(storage.options());
      words.addAll(bigQuery.options());
      words.addAll(dataflow.options());
      words.add("--filesToStage=" + directory.resolve("code.jar"));
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      int code =
          CloudStage.execute(
              words.toArray(String[]::new), new PrintStream(said, true, StandardCharsets.UTF_8));
      String output = said.toString(StandardCharsets.UTF_8);
      // The stub runs no job, which ingest notices.
      if (stage.equals("ingest")) {
        assertThat(output, containsString(NOTHING_RUN));
      } else {
        assertThat(output, code, is(0));
      }
      assertThat(dataflow.unexpected(), is(empty()));
      return dataflow.jobs();
    }
  }

  private static void isAsTheWorkflowWants(JsonNode job, String stage) {
    String pool = "/environment/workerPools/0/";
    assertThat(job.at("/name").asText(), is("growthline-" + stage + "-20260701t020000z"));
    assertThat(job.at("/type").asText(), is("JOB_TYPE_BATCH"));
    assertThat(job.at("/location").asText(), is("europe-west2"));
    assertThat(job.at("/projectId").asText(), is("example-project"));
    assertThat(job.at("/labels/application").asText(), is("growthline"));
    assertThat(
        job.at("/environment/serviceAccountEmail").asText(),
        is("growthline-" + stage + "@example-project.iam.gserviceaccount.com"));
    assertThat(job.at("/environment/experiments").toString(), containsString("use_runner_v2"));
    assertThat(job.at(pool + "machineType").asText(), is("n2-standard-2"));
    assertThat(job.at(pool + "autoscalingSettings/maxNumWorkers").asInt(), is(4));
    assertThat(
        job.at(pool + "autoscalingSettings/algorithm").asText(), is("AUTOSCALING_ALGORITHM_BASIC"));
    assertThat(
        job.at(pool + "workerHarnessContainerImage").asText(), is("registry/pipelines@sha256:0"));
    assertThat(
        job.at(pool + "packages/0/location").asText(),
        startsWith(
            "gs://example-%s/dataflow/code-"
                .formatted(NightlyRunTest.PERSONAL.contains(stage) ? "private" : "staging")));
  }
}
