package io.growthline.pipelines.stage;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.growthline.domain.monitoring.RunStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class StageMainTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void aMissingOrUnknownOptionIsWrongUsageInOneLine() {
    assertThat(run(o -> ended(RunStatus.SUCCEEDED)), is(2));
    assertThat(said(), containsString("--warehouse"));
    assertThat(run(o -> ended(RunStatus.SUCCEEDED), "--warehouse=w", "--colour=red"), is(2));
    assertThat(said(), containsString("colour"));
    assertThat(said(), not(containsString("\tat ")));
  }

  @Test
  void aValueThatDoesNotLookLikeItsOptionIsWrongUsageInOneLine() {
    assertThat(run(o -> ended(RunStatus.SUCCEEDED), "--warehouse=w", "--asOf=yesterday"), is(2));
    assertThat(said(), containsString("--asOf is \"yesterday\"; it must match"));
    assertThat(run(o -> ended(RunStatus.SUCCEEDED), "--warehouse=bq://UPPER"), is(2));
    assertThat(run(o -> ended(RunStatus.SUCCEEDED), "--warehouse=s3://bucket"), is(2));
    assertThat(run(o -> ended(RunStatus.SUCCEEDED), "--warehouse=w", "--runId=a b"), is(2));
    assertThat(
        run(o -> ended(RunStatus.SUCCEEDED), "--warehouse=a:b/c", "--runId=nightly-1"), is(0));
    assertThat(run(o -> ended(RunStatus.SUCCEEDED), "--warehouse=bq://my-project-1"), is(0));
  }

  @Test
  void theExitCodeTellsHowTheStageEnded() {
    assertThat(run(o -> ended(RunStatus.SUCCEEDED), "--warehouse=w"), is(0));
    assertThat(run(o -> ended(RunStatus.FAILED), "--warehouse=w"), is(1));
    assertThat(run(o -> ended(RunStatus.BLOCKED), "--warehouse=w"), is(3));
  }

  @Test
  void aFailureIsToldInOneLine() {
    int code =
        run(
            o -> {
              throw new IllegalStateException("The disk is full\nand more");
            },
            "--warehouse=w");
    assertThat(code, is(1));
    assertThat(said(), is("The disk is full\n"));
  }

  private int run(Function<StageOptions, StageResult> stage, String... args) {
    return StageMain.execute(
        args, StageOptions.class, stage, new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private static StageResult ended(RunStatus status) {
    return StageResult.of(status, Map.of(), List.of());
  }
}
