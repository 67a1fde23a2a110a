package io.growthline.pipelines.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.growthline.domain.monitoring.RunStatus;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.pipelines.marts.MartsOptions;
import io.growthline.pipelines.marts.MartsPipeline;
import io.growthline.pipelines.stage.StageResult;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All kinds of bad input at once, through the pipelines and into the tables. */
class BadLandingTest {
  private static final String LIKE_CANARY = " like '%" + Profiles.CANARY + "%'";

  @TempDir Path directory;

  @Test
  void aLandingPlaceFullOfBadInputIsIngestedAndAccountedFor() {
    IngestFixture fixture = new IngestFixture(directory);
    fixture.bytes("people/_mapping.yaml", BadCsv.MAPPING.getBytes(UTF_8));
    Map<String, Long> read = new HashMap<>();
    Map<String, Long> rows = new HashMap<>();
    int number = 0;
    for (BadInput input : BadInput.all()) {
      byte[] content = ownCustomer(input.bytes(1), number++);
      fixture.bytes(input.path(), content);
      Intake intake = Intake.of(input.path(), content);
      read.merge(LandingFile.source(input.path()), intake.account().read(), Long::sum);
      rows.merge(LandingFile.source(input.path()), (long) intake.rows().size(), Long::sum);
    }

    Logged<StageResult> run = Logged.during(fixture::run);

    assertThat(run.result().status(), is(RunStatus.SUCCEEDED));
    long deadLettered = 0;
    for (String source : read.keySet()) {
      SourceAccount account = IngestFixture.account(run.result(), source);
      assertThat(account + "", account.balanced(), is(true));
      assertThat(source, account.read(), is(read.get(source)));
      assertThat(source, account.written() + account.duplicates(), is(rows.get(source)));
      deadLettered += account.deadLettered();
    }
    assertThat(
        fixture.query("select count(*), count(distinct error_id) from monitoring.dead_letters"),
        contains(List.of(deadLettered, deadLettered)));
    assertThat(
        fixture.query(
            "select file, preview, cause from monitoring.dead_letters where code = 'internal'"
                + (" or preview" + LIKE_CANARY)
                + (" or cause" + LIKE_CANARY)
                + (" or column_name" + LIKE_CANARY)),
        is(empty()));
    run.lines().forEach(line -> assertThat(line, not(containsString(Profiles.CANARY))));
    StageResult marts = MartsPipeline.run(fixture.options("run-2").as(MartsOptions.class));
    assertThat(marts.status(), is(RunStatus.SUCCEEDED));
  }

  // Otherwise all bad records would be one event of one customer.
  private static byte[] ownCustomer(byte[] content, int number) {
    return new String(content, ISO_8859_1)
        .replace("\"event_id\":\"bad\"", "\"event_id\":\"bad-" + number + "\"")
        .replace(
            "\"key-bad\",\"customer_id\":\"c1\"",
            "\"key-bad-N\",\"customer_id\":\"cN\"".replace("N", "" + number))
        .getBytes(ISO_8859_1);
  }
}
