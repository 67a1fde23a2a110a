package io.growthline.pipelines.cloud;

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

/** The entry point of the image with the words of a launcher, and Google's services beside it. */
final class LoopbackLauncher implements AutoCloseable {
  /** Where a launch writes the job. */
  static final String JOB = "gs://temp/templates/job_object";

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Path code;
  private final LoopbackStorage storage = new LoopbackStorage("temp", "models", "landing");
  private final LoopbackBigQuery bigQuery;
  private final LoopbackDataflow dataflow;

  LoopbackLauncher(Path directory) throws IOException {
    this(directory, "JOB_STATE_DONE");
  }

  /**
   * @param state what Dataflow says of every job
   */
  LoopbackLauncher(Path directory, String state) throws IOException {
    dataflow = new LoopbackDataflow(state);
    code = Files.writeString(directory.resolve("code.jar"), "stands for the class path");
    bigQuery = new LoopbackBigQuery(directory.resolve("warehouse"));
  }

  LoopbackStorage storage() {
    return storage;
  }

  LoopbackBigQuery bigQuery() {
    return bigQuery;
  }

  LoopbackDataflow dataflow() {
    return dataflow;
  }

  /** Everything that the entry point has said so far. */
  String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  /** Writes the job of a stage, as a Flex Template does. */
  int launch(String stage, String... more) {
    List<String> words = words(stage, "launch", more);
    words.add("--runner=DataflowRunner");
    words.add("--templateLocation=" + JOB);
    return execute(words);
  }

  /** Does what the last step of the launched job of a stage would do. */
  void endJob(String stage) {
    storage.put(endOf(stage), "");
  }

  /** The file that marks the end of the launched job of a stage. */
  String endOf(String stage) {
    String folder = "gs://temp/tmp/launches/nightly-1/" + stage + "/";
    return folder
        + "ended-"
        + new String(storage.content(folder + "started"), StandardCharsets.UTF_8);
  }

  /** Publishes what the job has staged. */
  int publish(String stage, String... more) {
    return execute(words(stage, "publish", more));
  }

  List<String> words(String stage, String step, String... more) {
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
            "--filesToStage=" + code));
    words.addAll(List.of(more));
    return words;
  }

  int execute(List<String> words) {
    return CloudStage.execute(
        words.toArray(String[]::new), new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    storage.close();
    bigQuery.close();
    dataflow.close();
  }
}
