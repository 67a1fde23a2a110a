package io.growthline.pipelines.cloud;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.growthline.domain.scoring.Models;
import io.growthline.pipelines.loopback.LoopbackBigQuery;
import io.growthline.pipelines.loopback.LoopbackDataflow;
import io.growthline.pipelines.loopback.LoopbackStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the images starts in a process of its own, with the environment of the image. */
class ImagesTest {
  private static final String JOB = "gs://temp/templates/job_object";

  @TempDir Path directory;

  @Test
  void theEntryPointOfTemplatesLaunchesWithTheEnvironmentThatItsImageIsGiven() throws Exception {
    Map<String, String> environment =
        Pattern.compile("<(FLEX_TEMPLATE_\\w+)>(.*?)</\\1>")
            .matcher(CloudFiles.text(Path.of("pom.xml")))
            .results()
            .collect(Collectors.toMap(m -> m.group(1), m -> m.group(2)));

    launches(
        Map.of(
            "FLEX_TEMPLATE_JAVA_CLASSPATH", System.getProperty("java.class.path"),
            "FLEX_TEMPLATE_JAVA_MAIN_CLASS", environment.get("FLEX_TEMPLATE_JAVA_MAIN_CLASS")));
    assertThat(environment.get("FLEX_TEMPLATE_JAVA_CLASSPATH"), is(classPathOfJobs()));
  }

  @Test
  void theBuiltLauncherLaunches() throws Exception {
    launches(BuiltImage.unpack(built("jib-launcher.tar"), directory).environment());
  }

  @Test
  void theBuiltImageStartsTheStageThatACloudRunJobNames() throws Exception {
    BuiltImage image = BuiltImage.unpack(built("jib-image.tar"), directory);
    Map<String, String> environment =
        Map.of("CLASSPATH", BuiltImage.below(image.root(), classPathOfJobs()));

    Ended wrong = start(environment, List.of(CloudStage.class.getName(), "--stage=bake"));
    assertThat(wrong.output(), containsString("--stage must be one of ingest"));
    assertThat(wrong.code(), is(2));

    Ended train =
        start(
            environment,
            List.of(
                CloudStage.class.getName(),
                "--stage=train",
                "--warehouse=" + directory.resolve("warehouse"),
                "--models=" + directory.resolve("models")));
    assertThat(train.output(), containsString("No model was trained: the marts are empty."));
    assertThat(train.code(), is(0));
    assertThat(
        "XGBoost finds OpenMP",
        Files.exists(image.root().resolve("usr/local/lib/growthline/libgomp.so.1")),
        is(true));
  }

  /** As Google's launcher does: the class path and the main class come from the environment. */
  private void launches(Map<String, String> environment) throws Exception {
    Files.writeString(directory.resolve("code.jar"), "stands for the class path");
    try (LoopbackStorage storage = new LoopbackStorage("temp", "models");
        LoopbackBigQuery bigQuery = new LoopbackBigQuery(directory.resolve("warehouse"));
        LoopbackDataflow dataflow = new LoopbackDataflow("JOB_STATE_DONE")) {
      Models.ALL.forEach(
          model ->
              storage.put(
                  "gs://models/" + model.name() + "/journal/20260701T000000000Z_v1_production.json",
                  "{}"));
      List<String> words =
          new ArrayList<>(
              List.of(
                  "-cp",
                  environment.get("FLEX_TEMPLATE_JAVA_CLASSPATH"),
                  environment.get("FLEX_TEMPLATE_JAVA_MAIN_CLASS"),
                  "--stage=score",
                  "--step=launch",
                  "--runner=DataflowRunner",
                  "--templateLocation=" + JOB,
                  "--project=project-1",
                  "--region=europe-west2",
                  "--jobName=growthline-score",
                  "--tempLocation=gs://temp/tmp",
                  "--filesToStage=" + directory.resolve("code.jar"),
                  "--warehouse=bq://project-1",
                  "--models=gs://models",
                  "--runId=nightly-1",
                  "--asOf=2026-07-01"));
      words.addAll(storage.options());
      words.addAll(bigQuery.options());
      words.addAll(dataflow.options());

      Ended launch = start(environment, words);

      assertThat(launch.output(), launch.code(), is(0));
      assertThat(launch.output(), not(containsString("Exception")));
      assertThat(storage.objects(), hasItem(JOB));
    }
  }

  private record Ended(int code, String output) {}

  private Ended start(Map<String, String> environment, List<String> words)
      throws IOException, InterruptedException {
    Path output = directory.resolve("output.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1"));
    command.addAll(words);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("NO_GCE_CHECK", "true");
    Process process = builder.start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS), is(true));
    return new Ended(process.exitValue(), Files.readString(output));
  }

  /** The class path that Terraform gives to Cloud Run jobs. */
  private static String classPathOfJobs() {
    Matcher found =
        Pattern.compile("name += \"CLASSPATH\"\\s+value = \"([^\"]+)\"")
            .matcher(Hcl.module("jobs").text());
    assertThat(found.find(), is(true));
    return found.group(1);
  }

  private static Path built(String archive) {
    String images = System.getProperty("growthline.images");
    assumeTrue(
        images != null,
        "SKIPPED: no image was built; ./mvnw -Pimages -DskipTests verify builds and starts them");
    return Path.of(images, archive);
  }
}
