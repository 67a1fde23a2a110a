package io.growthline.pipelines.ingest;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.growthline.domain.ingest.RejectionCode;
import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.domain.monitoring.SourceAccount;
import java.util.Arrays;
import java.util.List;

/** The rules that hold for every file, whatever is in it. */
final class Accounting {
  private static final List<String> CODES =
      Arrays.stream(RejectionCode.values())
          .filter(code -> code != RejectionCode.INTERNAL)
          .map(RejectionCode::code)
          .toList();

  private Accounting() {}

  static void check(Intake intake, List<String> logged) {
    SourceAccount account = intake.account();
    assertThat("dead letters", (long) intake.letters().size(), is(account.deadLettered()));
    assertThat(
        "read = written + dead-lettered + filtered of " + account,
        account.read(),
        is(intake.rows().size() + intake.letters().size() + account.filtered()));
    intake.letters().forEach(Accounting::check);
    logged.forEach(line -> assertThat("log", line, not(containsString(Profiles.CANARY))));
  }

  static void check(DeadLetter letter) {
    assertThat("code of " + letter.cause(), CODES, hasItem(letter.code()));
    assertThat("cause", letter.cause(), not(blankOrNullString()));
    assertThat("lines of the cause", letter.cause().lines().count(), is(1L));
    assertThat("cause", letter.cause(), not(containsString(Profiles.CANARY)));
    assertThat("preview", letter.preview(), not(containsString(Profiles.CANARY)));
    assertThat("column", "" + letter.columnName(), not(containsString(Profiles.CANARY)));
  }
}
