package io.growthline.pipelines.dataflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.scoring.ModelSpec;
import io.growthline.domain.scoring.Models;
import io.growthline.pipelines.decide.DecideOptions;
import io.growthline.pipelines.decide.DecidePipeline;
import io.growthline.pipelines.generate.GenerateOptions;
import io.growthline.pipelines.generate.GeneratePipeline;
import io.growthline.pipelines.ingest.IngestOptions;
import io.growthline.pipelines.ingest.IngestPipeline;
import io.growthline.pipelines.loopback.LoopbackBigQuery;
import io.growthline.pipelines.loopback.LoopbackDataflow;
import io.growthline.pipelines.loopback.LoopbackStorage;
import io.growthline.pipelines.marts.Analyses;
import io.growthline.pipelines.marts.MartsOptions;
import io.growthline.pipelines.marts.MartsPipeline;
import io.growthline.pipelines.monitor.MonitorOptions;
import io.growthline.pipelines.monitor.MonitorPipeline;
import io.growthline.pipelines.price.PriceOptions;
import io.growthline.pipelines.price.PricePipeline;
import io.growthline.pipelines.release.ReleasePipeline;
import io.growthline.pipelines.run.RecordPipeline;
import io.growthline.pipelines.score.ScoreOptions;
import io.growthline.pipelines.score.ScorePipeline;
import io.growthline.pipelines.stage.StageMain;
import io.growthline.pipelines.stage.StageOptions;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.train.TrainPipeline;
import io.growthline.transforms.mart.BuildMarts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every main translates to a job that Dataflow's API takes; none is run. */
class DataflowJobsTest {
  private static final String TOO_LARGE =
      "Dataflow refuses jobs of 10 MB, and the job that keeps what has not changed reads as many"
          + " tables again. Count the steps by the first word of their names: add rows to a write"
          + " that is there, because a write has a hundred steps and a read has seventeen, and have"
          + " functions look up what they need by name instead of carrying it.";

  private static final String LANDING = "--landing=gs://landing";
  private static final String MODELS = "--models=gs://models";
  private static final String REPORTS = "--reports=gs://reports";
  private static final String ACCOUNT = "stages@project-1.iam.gserviceaccount.com";
  private static final String IMAGE = "europe-west2-docker.pkg.dev/project-1/growthline/stages:1";

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
            .put("gs://landing/sessions/a.jsonl", "{}\n");
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
  void ingestReadsTheLandingBucketAndStagesEveryRawTable() {
    run(IngestOptions.class, IngestPipeline::run, LANDING);
    SubmittedJob job = onlyJob();

    Set<String> staged = ids(Contracts.RAW);
    staged.add("monitoring.dead_letters");
    staged.add("monitoring.duplicate_deliveries");
    assertThat(job.written(), is(staged));
    assertThat(
        job.transforms(),
        hasItems("Read landing", "Shuffle once by customer", "Drop duplicates", "Write accounts"));
    assertThat(job.cutOff(), is(empty()));
  }

  @Test
  void ingestPublishesNothingAfterAJobThatLeftNoAccountOfWhatItDid() {
    int code = run(IngestOptions.class, IngestPipeline::run, LANDING);

    assertThat(code, is(1));
    assertThat(
        said(), is("The job ended but left no account of what it did; nothing was published."));
    assertThat(bigQuery.copies(), is(empty()));
    assertThat("what stays in staging", bigQuery.tables(), is(empty()));
  }

  @Test
  void streamingIngestIsOneStreamingJobThatAppendsEveryRawTable() {
    int code =
        run(
            IngestOptions.class,
            IngestPipeline::run,
            LANDING,
            "--streaming=true",
            "--enableStreamingEngine=true");

    assertThat(said(), code, is(0));
    SubmittedJob job = onlyJob("JOB_TYPE_STREAMING");
    assertThat(job.transforms(), hasItems("Stream landing", "Drop repeats", "Count arrivals"));
    Set<String> appended = ids(Contracts.RAW);
    appended.addAll(
        Set.of(
            "monitoring.dead_letters",
            "monitoring.streamed_files",
            "monitoring.streamed_duplicates",
            "monitoring.arrivals"));
    assertThat(job.tables("Append"), is(appended));
    assertThat(job.cutOff(), is(empty()));
  }

  @Test
  void martsReadEveryRawTableAndWriteEveryMart() {
    SubmittedJob job = submitted(MartsOptions.class, MartsPipeline::run);

    assertThat(job.tables("Read"), is(ids(Contracts.RAW)));
    assertThat(job.transforms(), hasItem("Build marts"));
    assertThat(job.written(), is(ids(BuildMarts.tables())));
    assertThat(job.cutOff(), is(empty()));
    assertThat(TOO_LARGE, job.bytes(), is(lessThan(5_000_000)));
    assertThat(TOO_LARGE, job.steps(), is(lessThan(700)));
    Set<String> published = ids(BuildMarts.tables());
    Analyses.tables().forEach(table -> published.add(table.id()));
    assertThat(published(), is(published));
  }

  @Test
  void scoreScoresWithEveryVersionInProductionOrInShadow() {
    for (ModelSpec<?, ?> model : Models.ALL) {
      String journal = "gs://models/" + model.name() + "/journal/";
      storage.put(journal + "20260701T000000000Z_v1_production.json", "{}");
      storage.put(journal + "20260702T000000000Z_v2_shadow.json", "{}");
    }

    SubmittedJob job = submitted(ScoreOptions.class, ScorePipeline::run, MODELS);

    assertThat(
        job.tables("Read"),
        is(
            Set.of(
                "marts.customer_features_latest",
                "marts.fct_activation",
                "marts.customer_offer_latest",
                "marts.customer_360_profile")));
    for (ModelSpec<?, ?> model : Models.ALL) {
      assertThat(job.transforms(), hasItem("Score " + model.name()));
      assertThat(job.transforms(), hasItem("Score " + model.name() + " with v2"));
    }
    assertThat(
        job.written(),
        is(Set.of("scores.customer_scores", "scores.score_reasons", "scores.shadow_scores")));
    assertThat(job.cutOff(), is(empty()));
  }

  @Test
  void priceLearnsFromOffersAndPricesSegments() {
    SubmittedJob job = submitted(PriceOptions.class, PricePipeline::run, MODELS);

    assertThat(
        job.tables("Read"),
        is(
            Set.of(
                "marts.fct_offer_outcomes",
                "marts.customer_360_profile",
                "scores.customer_scores")));
    assertThat(
        job.transforms(),
        hasItems("Count offers", "Count audiences", "Price segments", "Register models"));
    assertThat(job.written(), is(Set.of("marts.price_elasticity", "marts.pricing_scenarios")));
    assertThat(job.cutOff(), is(empty()));
  }

  @Test
  void decideChoosesActionsForCustomers() {
    SubmittedJob job = submitted(DecideOptions.class, DecidePipeline::run, MODELS);

    assertThat(
        job.tables("Read"),
        is(
            Set.of(
                "marts.customer_360_profile",
                "marts.metric_customer_ltv",
                "scores.customer_scores",
                "scores.action_log",
                // Read again, for what of the log is kept.
                "scores.action_log2",
                "raw.campaign_contacts",
                "marts.customer_month_features")));
    assertThat(
        job.transforms(), hasItems("Shuffle once by customer", "Decide customers", "Follow plans"));
    assertThat(job.cutOff(), is(empty()));
  }

  @Test
  void monitorMeasuresThroughSqlWithoutAJob() {
    assertThat(run(MonitorOptions.class, MonitorPipeline::run, MODELS, REPORTS), is(0));

    assertThat(dataflow.jobs(), is(empty()));
    assertThat(
        published(),
        is(
            Set.of(
                "marts.release_decisions",
                "marts.release_decision_gates",
                "monitoring.feature_drift",
                "monitoring.model_calibration",
                "monitoring.data_quality_results",
                "monitoring.metric_health",
                "monitoring.business_health",
                "monitoring.metric_lineage",
                "monitoring.data_quality_scores",
                "monitoring.release_gates")));
    assertThat(storage.objects(), hasItem("gs://reports/nightly-1/report.md"));
  }

  @Test
  void generateSimulatesAndWritesToTheBucket() {
    SubmittedJob job = generated();

    assertThat(
        job.transforms(), is(Set.of("Split customers", "Spread ranges", "Simulate and write")));
    assertThat(job.cutOff(), is(empty()));
  }

  @Test
  void aGraphWithoutOneOfItsTransformsIsNoticed() {
    SubmittedJob job = generated().without("Spread ranges");

    assertThat(job.cutOff(), is(Set.of("Simulate and write")));
  }

  @Test
  void everyPipelineMainIsAmongThese() {
    Set<Class<?>> mains =
        new ClassFileImporter()
                .importUrl(IngestPipeline.class.getProtectionDomain().getCodeSource().getLocation())
                .stream()
                .filter(c -> c.getSimpleName().endsWith("Pipeline"))
                .filter(c -> c.tryGetMethod("main", String[].class).isPresent())
                .map(JavaClass::reflect)
                .collect(Collectors.toSet());

    assertThat(
        mains,
        is(
            Set.of(
                // These work on the machine of their main, so there is no job.
                TrainPipeline.class,
                RecordPipeline.class,
                ReleasePipeline.class,
                GeneratePipeline.class,
                IngestPipeline.class,
                MartsPipeline.class,
                ScorePipeline.class,
                PricePipeline.class,
                DecidePipeline.class,
                MonitorPipeline.class)));
  }

  @Test
  void aJobThatFailsPublishesNothingAndLeavesNothingStaged() {
    dataflow.close();
    dataflow = new LoopbackDataflow("JOB_STATE_FAILED");

    int code = run(PriceOptions.class, PricePipeline::run, MODELS);

    assertThat(code, is(1));
    assertThat(
        said(),
        is(
            "The job growthline-nightly ended as FAILED, so nothing was published: see its log,"
                + " then run again."));
    assertThat(bigQuery.copies(), is(empty()));
    assertThat(bigQuery.tables(), is(empty()));
  }

  private SubmittedJob generated() {
    List<String> args = options();
    args.add(LANDING);
    GeneratePipeline.run(
        PipelineOptionsFactory.fromArgs(args.toArray(String[]::new)).as(GenerateOptions.class));
    return onlyJob();
  }

  private <O extends StageOptions> SubmittedJob submitted(
      Class<O> type, Function<O, StageResult> stage, String... more) {
    int code = run(type, stage, more);
    assertThat(said(), code, is(0));
    assertThat("what stays in staging", bigQuery.tables(), is(empty()));
    return onlyJob();
  }

  private SubmittedJob onlyJob() {
    return onlyJob("JOB_TYPE_BATCH");
  }

  private SubmittedJob onlyJob(String type) {
    assertThat(dataflow.jobs().size(), is(1));
    SubmittedJob job = new SubmittedJob(withSteps(dataflow.jobs().get(0)));
    String pool = "/environment/workerPools/0/";
    assertThat(job.text("/name"), is("growthline-nightly"));
    assertThat(job.text("/type"), is(type));
    assertThat(job.text("/location"), is("europe-west2"));
    assertThat(job.text("/labels/system"), is("growthline"));
    assertThat(job.text("/environment/serviceAccountEmail"), is(ACCOUNT));
    assertThat(job.text(pool + "workerHarnessContainerImage"), is(IMAGE));
    assertThat(job.text(pool + "packages/0/location"), startsWith("gs://temp/tmp/staging/code-"));
    assertThat(
        job.text("/environment/sdkPipelineOptions/options/tempLocation"), is("gs://temp/tmp"));
    assertThat(storage.objects(), hasItem(startsWith("gs://temp/tmp/staging/pipeline-")));
    return job;
  }

  /** The job with its steps, which lie in the bucket when the graph exceeds 10 MB. */
  private JsonNode withSteps(JsonNode job) {
    if (!job.hasNonNull("stepsLocation")) {
      return job;
    }
    try {
      JsonNode graph =
          new ObjectMapper().readTree(storage.content(job.get("stepsLocation").asText()));
      return ((ObjectNode) job.deepCopy()).set("steps", graph.get("steps"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<String> published() {
    return new TreeSet<>(bigQuery.copies());
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8).strip();
  }

  private static Set<String> ids(Collection<? extends TableSpec<?>> tables) {
    return tables.stream().map(TableSpec::id).collect(Collectors.toCollection(TreeSet::new));
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
            "--sdkContainerImage=" + IMAGE,
            "--serviceAccount=" + ACCOUNT,
            "--tempLocation=gs://temp/tmp",
            "--filesToStage=" + directory.resolve("code.jar")));
    return args;
  }
}
