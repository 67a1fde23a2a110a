package io.growthline.pipelines.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.growthline.domain.monitoring.DeadLetter;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A defect of ours can be found in the log, and costs only the records that it meets. */
class DefectsTest {
  private final List<DeadLetter> letters = new ArrayList<>();
  private final FileIntake intake =
      Intake.open(
          LandingFile.of("/", "/sessions/a.jsonl", 0).orElseThrow(), new ArrayList<>(), letters);
  private int record;

  @Test
  void theFirstStackOfEachKindIsLoggedWithoutWhatTheRecordHolds() {
    Logged<Void> log =
        Logged.during(
            () -> {
              byte[] lines = "{}\n{}\n{}\n{}\n".getBytes(UTF_8);
              intake.takeAll(
                  new JsonRecords(new ByteArrayInputStream(lines)), Long.MAX_VALUE, this::fail);
              return null;
            });

    assertThat(letters.stream().map(DeadLetter::code).distinct().toList(), is(List.of("internal")));
    assertThat(letters, hasSize(4));
    assertThat(log.lines(), hasSize(2));
    assertThat(
        log.lines().get(0),
        allOf(
            containsString("sessions/a.jsonl, record 1"),
            containsString("java.lang.IllegalStateException"),
            containsString("Caused by: java.lang.Throwable: java.lang.NumberFormatException"),
            containsString("at io.growthline.pipelines.ingest.DefectsTest.fail")));
    assertThat(log.lines().get(1), containsString("record 4"));
    log.lines().forEach(line -> assertThat(line, not(containsString(Profiles.CANARY))));
  }

  private void fail() {
    if (++record == 4) {
      throw new UnsupportedOperationException(Profiles.NAME);
    }
    throw new IllegalStateException(Profiles.NAME, new NumberFormatException(Profiles.NAME));
  }
}
