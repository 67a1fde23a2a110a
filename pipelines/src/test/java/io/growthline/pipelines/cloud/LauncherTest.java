package io.growthline.pipelines.cloud;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.pricing.DemandModels;
import io.growthline.pipelines.loopback.LoopbackBigQuery;
import io.growthline.pipelines.loopback.LoopbackDataflow;
import io.growthline.pipelines.loopback.LoopbackStorage;
import io.growthline.transforms.growth.CustomerMarts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
  private static final String JOB = "gs://temp/templates/job_object";

  @TempDir Path directory;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private LoopbackStorage storage;
  private LoopbackBigQuery bigQuery;
  private LoopbackDataflow dataflow;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(directory.resolve("code.jar"), "stands for the class path");
    storage = new LoopbackStorage("temp", "models");
    bigQuery = new LoopbackBigQuery(directory.resolve("warehouse"));
    dataflow = new LoopbackDataflow("JOB_STATE_DONE");
  }

  @AfterEach
  void stop() {
    storage.close();
    bigQuery.close();
    dataflow.close();
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
        CustomerMarts.TABLES.stream()
            .map(TableSpec::id)
            .collect(Collectors.toCollection(TreeSet::new));

    succeeds(launch("marts"));

    assertThat(storage.objects(), hasItem(JOB));
    String job = new String(storage.content(JOB), StandardCharsets.UTF_8);
    marts.forEach(mart -> assertThat(job, containsString("Write " + mart)));
    assertThat(dataflow.jobs(), is(empty()));
    assertThat(bigQuery.copies(), is(empty()));
    assertThat(bigQuery.tables().size(), is(marts.size()));

    succeeds(publish("marts"));

    assertThat(new TreeSet<>(bigQuery.copies()), is(marts));
    assertThat(bigQuery.tables(), is(empty()));
  }

  @Test
  void demandModelsAreInUseOnlyAfterPublishing() {
    succeeds(launch("price", "--models=gs://models"));
    // What the job would have done.
    DemandModels models = new DemandModels(LocalDate.of(2026, 7, 1), List.of());
    storage.put("gs://models/pricing/CANDIDATE", models.version() + "\n");
    storage.put("gs://models/pricing/" + models.version() + "/demand.json", models.toJson());
    assertThat(storage.objects().contains("gs://models/pricing/ACTIVE"), is(false));

    succeeds(publish("price", "--models=gs://models"));

    assertThat(
        new String(storage.content("gs://models/pricing/ACTIVE"), StandardCharsets.UTF_8),
        is(models.version() + "\n"));
    assertThat(
        new TreeSet<>(bigQuery.copies()),
        is(Set.of("marts.price_elasticity", "marts.pricing_scenarios")));
  }

  @Test
  void ingestCannotBeLaunchedAsATemplate() {
    assertThat(launch("ingest", "--landing=gs://temp"), is(2));
    assertThat(said(), containsString("ingest cannot be launched as a template"));
  }

  private void succeeds(int code) {
    assertThat(said(), code, is(0));
  }

  private int launch(String stage, String... more) {
    List<String> words = words(stage, "launch", more);
    words.add("--runner=DataflowRunner");
    words.add("--templateLocation=" + JOB);
    return execute(words);
  }

  private int publish(String stage, String... more) {
    return execute(words(stage, "publish", more));
  }

  private List<String> words(String stage, String step, String... more) {
    List<String> words = new ArrayList<>(List.of("--stage=" + stage, "--step=" + step));
    words.addAll(storage.options());
    words.addAll(bigQuery.options());
    words.addAll(dataflow.options());
    words.addAll(
        List.of(
            "--warehouse=bq://project-1",
            "--runId=nightly-1",
            "--asOf=2026-07-01",
            "--project=project-1",
            "--region=europe-west2",
            "--jobName=growthline-" + stage,
            "--tempLocation=gs://temp/tmp",
            "--filesToStage=" + directory.resolve("code.jar")));
    words.addAll(List.of(more));
    return words;
  }

  private int execute(List<String> words) {
    return CloudStage.execute(
        words.toArray(String[]::new), new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
