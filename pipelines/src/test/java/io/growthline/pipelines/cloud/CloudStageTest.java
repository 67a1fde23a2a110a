package io.growthline.pipelines.cloud;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudStageTest {
  @TempDir Path data;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void aStageThatIsMissingOrUnknownIsWrongUsageThatNamesTheStages() {
    assertThat(run("--warehouse=w"), is(2));
    assertThat(said(), containsString("it is missing"));
    assertThat(run("--stage=bake", "--warehouse=w"), is(2));
    assertThat(
        said(),
        containsString(
            "one of ingest, marts, train, score, price, decide, monitor, record, release"));
  }

  @Test
  void theStageGetsAllOtherWords() {
    assertThat(run("--stage=train", "--warehouse=w", "--models=m", "--colour=red"), is(2));
    assertThat(said(), containsString("colour"));
  }

  @Test
  void aStageRunsAsItsOwnMainDoes() {
    assertThat(
        run("--stage=train", "--warehouse=" + data.resolve("w"), "--models=" + data.resolve("m")),
        is(0));
    assertThat(said(), containsString("No model was trained: the marts are empty."));
  }

  private int run(String... words) {
    return CloudStage.execute(words, new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
