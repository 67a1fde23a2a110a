package io.growthline.pipelines.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.event.RawEvent;
import io.growthline.domain.ingest.RejectedRecordException;
import io.growthline.domain.ingest.RejectionCode;
import io.growthline.domain.monitoring.DeadLetter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules catch the defects that they are there for. */
class AccountingTest {
  private static final String TWO = Profiles.BEFORE + "\n" + Profiles.AFTER + "\n";

  private final List<RawEvent> rows = new ArrayList<>();
  private final List<DeadLetter> letters = new ArrayList<>();
  private final FileIntake intake =
      Intake.open(
          LandingFile.of("/", "/customer_profiles/a.jsonl", 0).orElseThrow(), rows, letters);

  @Test
  void aReaderThatDropsARowIsFound() {
    reads(() -> {});

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
        () -> {
          throw new IllegalStateException();
        });

    assertBroken(List.of(), "code of The record caused IllegalStateException");
  }

  @Test
  void aReasonThatQuotesARecordIsFound() {
    reads(
        () -> {
          throw new RejectedRecordException(
              RejectionCode.WRONG_TYPE, null, "Not a year: " + Profiles.NAME);
        });

    assertBroken(List.of(), "cause");
  }

  @Test
  void aColumnThatNamesAPersonIsFound() {
    reads(
        () -> {
          throw new RejectedRecordException(RejectionCode.WRONG_TYPE, Profiles.EMAIL, "Wrong");
        });

    assertBroken(List.of(), "column");
  }

  @Test
  void aLogThatQuotesARecordIsFound() {
    assertBroken(List.of("WARNING cannot parse " + Profiles.NAME), "log");
  }

  private void reads(FileIntake.Handler handler) {
    try (Records records = new JsonRecords(new ByteArrayInputStream(TWO.getBytes(UTF_8)))) {
      intake.takeAll(records, Long.MAX_VALUE, handler);
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
