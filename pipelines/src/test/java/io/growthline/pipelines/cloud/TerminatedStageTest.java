package io.growthline.pipelines.cloud;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.growthline.pipelines.cli.Fork;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stage whose container is told to end, as Cloud Run does after the timeout of a job. */
class TerminatedStageTest {
  @TempDir Path directory;

  @Test
  void itsJobIsCancelledSoThatTheNextAttemptCanStart() throws Exception {
    try (LoopbackLauncher google = new LoopbackLauncher(directory, "JOB_STATE_RUNNING")) {
      List<String> words = google.words("marts", "run");
      words.add("--runner=DataflowRunner");
      try (Fork stage = Fork.start(directory.resolve("out.txt"), CloudStage.class, words)) {
        stage.until("the stage waits for its job", () -> !google.dataflow().polled().isEmpty());
        assertThat(google.dataflow().cancelled(), is(empty()));

        int code = stage.terminate().end();

        assertThat(code, is(not(0)));
        assertThat(google.dataflow().cancelled(), contains("job-1"));
      }
    }
  }
}
