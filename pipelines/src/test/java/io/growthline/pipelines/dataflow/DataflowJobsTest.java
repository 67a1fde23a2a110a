package io.growthline.pipelines.dataflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.growthline.pipelines.generate.GenerateOptions;
import io.growthline.pipelines.generate.GeneratePipeline;
import io.growthline.pipelines.ingest.IngestOptions;
import io.growthline.pipelines.ingest.IngestPipeline;
import io.growthline.pipelines.loopback.LoopbackBigQuery;
import io.growthline.pipelines.loopback.LoopbackDataflow;
import io.growthline.pipelines.loopback.LoopbackStorage;
import io.growthline.pipelines.marts.MartsOptions;
import io.growthline.pipelines.marts.MartsPipeline;
import io.growthline.pipelines.monitor.MonitorOptions;
import io.growthline.pipelines.monitor.MonitorPipeline;
import io.growthline.pipelines.price.PriceOptions;
import io.growthline.pipelines.price.PricePipeline;
import io.growthline.pipelines.score.ScoreOptions;
import io.growthline.pipelines.score.ScorePipeline;
import io.growthline.pipelines.stage.StageMain;
import io.growthline.pipelines.stage.StageOptions;
import io.growthline.pipelines.stage.StageResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every main translates to a job that Dataflow's API takes; none is run. */
class DataflowJobsTest {
  @TempDir Path directory;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private LoopbackStorage storage;
  private LoopbackBigQuery bigQuery;
  private LoopbackDataflow dataflow;

  @BeforeEach
  void setUp() throws IOException {
    Files.writeString(directory.resolve("code.jar"), "stands for the class path");
    storage =
        new LoopbackStorage("landing", "temp", "models", "reports")
            .put("gs://landing/sessions/a.jsonl", "{}\n")
            .put("gs://models/churn/ACTIVE", "v1\n")
            .put("gs://models/activation/ACTIVE", "v1\n");
    bigQuery = new LoopbackBigQuery(directory.resolve("warehouse"));
    dataflow = new LoopbackDataflow("JOB_STATE_DONE");
  }

  @AfterEach
  void theServersKnewEveryRequest() {
    storage.close();
    bigQuery.close();
    dataflow.close();
    assertThat(storage.unexpected(), is(empty()));
    assertThat(bigQuery.unexpected(), is(empty()));
    assertThat(dataflow.unexpected(), is(empty()));
  }

  @Test
  void ingest() {
    dump(run(IngestOptions.class, IngestPipeline::run, "--landing=gs://landing"));
  }

  @Test
  void marts() {
    dump(run(MartsOptions.class, MartsPipeline::run));
  }

  @Test
  void score() {
    storage.put("gs://models/x", "");
    dump(run(ScoreOptions.class, ScorePipeline::run, "--models=gs://models"));
  }

  @Test
  void price() {
    dump(run(PriceOptions.class, PricePipeline::run, "--models=gs://models"));
  }

  @Test
  void monitor() {
    dump(
        run(
            MonitorOptions.class,
            MonitorPipeline::run,
            "--models=gs://models",
            "--reports=gs://reports"));
  }

  @Test
  void generate() {
    List<String> args = options();
    args.add("--landing=gs://landing");
    GeneratePipeline.run(
        PipelineOptionsFactory.fromArgs(args.toArray(String[]::new)).as(GenerateOptions.class));
    dump(0);
  }

  private void dump(int code) {
    System.out.println(code + " said " + said);
    System.out.println(new SubmittedJob(dataflow.jobs().get(0)).stages());
    System.out.println(dataflow.jobs().get(0).get("steps").get(0).toPrettyString());
    System.out.println(dataflow.jobs().get(0).get("steps").get(1).toPrettyString());
    System.out.println(
        dataflow.jobs().get(0).get("steps").size()
            + " "
            + dataflow.jobs().get(0).get("labels")
            + dataflow.jobs().get(0).get("name"));
    System.out.println(bigQuery.copies() + " " + bigQuery.tables() + storage.objects());
  }

  private <O extends StageOptions> int run(
      Class<O> type, Function<O, StageResult> stage, String... more) {
    List<String> args = options();
    args.addAll(List.of("--warehouse=bq://project-1", "--runId=nightly-1", "--asOf=2026-07-01"));
    args.addAll(List.of(more));
    return StageMain.execute(
        args.toArray(String[]::new),
        type,
        stage,
        new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  private List<String> options() {
    List<String> args = new ArrayList<>();
    args.addAll(storage.options());
    args.addAll(bigQuery.options());
    args.addAll(dataflow.options());
    args.addAll(
        List.of(
            "--runner=DataflowRunner",
            "--project=project-1",
            "--region=europe-west2",
            "--jobName=growthline-nightly",
            "--labels={\"system\":\"growthline\"}",
            "--sdkContainerImage=europe-west2-docker.pkg.dev/project-1/growthline/stages:1",
            "--tempLocation=gs://temp/tmp",
            "--filesToStage=" + directory.resolve("code.jar")));
    return args;
  }
}
