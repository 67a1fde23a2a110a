package io.growthline.pipelines.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.event.RawEvent;
import io.growthline.domain.ingest.DeadLetters;
import io.growthline.domain.ingest.RejectedRecordException;
import io.growthline.domain.ingest.RejectionCode;
import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.transforms.ingest.RowBlock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules catch the defects that they are there for. */
class AccountingTest {
  private static final String TWO = Profiles.BEFORE + "\n" + Profiles.AFTER + "\n";

  private final List<RawEvent> rows = new ArrayList<>();
  private final List<DeadLetter> letters = new ArrayList<>();
  private final FileIntake intake =
      new FileIntake(
          LandingFile.of("/", "/customer_profiles/a.jsonl", 0).orElseThrow(),
          new DeadLetters("ingest", "s", "a.jsonl", "run", "1", Instant.EPOCH),
          1,
          block -> RowBlock.read(block.getValue(), (table, row) -> rows.add((RawEvent) row)),
          letters::add);

  @Test
  void aReaderThatDropsARowIsFound() {
    reads((json, line, payload) -> {});

    assertBroken(List.of(), "read = written + dead-lettered + filtered");
  }

  @Test
  void aReaderThatSwallowsARejectionIsFound() {
    Intake read = Intake.of("customer_profiles/a.jsonl", "{oops\n".getBytes(UTF_8));

    Intake swallowed = new Intake(read.accounts(), read.rows(), List.of());

    assertThat(
        assertThrows(AssertionError.class, () -> Accounting.check(swallowed, List.of()))
            .getMessage(),
        containsString("dead letters"));
  }

  @Test
  void aReaderWithADefectIsFound() {
    reads(
        (json, line, payload) -> {
          throw new IllegalStateException();
        });

    assertBroken(List.of(), "code of The record caused IllegalStateException");
  }

  @Test
  void aReasonThatQuotesARecordIsFound() {
    reads(
        (json, line, payload) -> {
          throw new RejectedRecordException(
              RejectionCode.WRONG_TYPE, null, "Not a year: " + Profiles.NAME);
        });

    assertBroken(List.of(), "cause");
  }

  @Test
  void aColumnThatNamesAPersonIsFound() {
    reads(
        (json, line, payload) -> {
          throw new RejectedRecordException(RejectionCode.WRONG_TYPE, Profiles.EMAIL, "Wrong");
        });

    assertBroken(List.of(), "column");
  }

  @Test
  void aLogThatQuotesARecordIsFound() {
    assertBroken(List.of("WARNING cannot parse " + Profiles.NAME), "log");
  }

  private void reads(RowReaders.RecordConsumer<byte[]> consumer) {
    try {
      RowReaders.jsonLines(new ByteArrayInputStream(TWO.getBytes(UTF_8)), intake, consumer);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void assertBroken(List<String> logged, String rule) {
    Intake read = new Intake(intake.finish(), rows, letters);
    AssertionError error = assertThrows(AssertionError.class, () -> Accounting.check(read, logged));
    assertThat(error.getMessage(), containsString(rule));
  }
}
