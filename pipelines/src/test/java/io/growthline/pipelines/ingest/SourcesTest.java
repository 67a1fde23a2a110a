package io.growthline.pipelines.ingest;

import static io.growthline.pipelines.ingest.IngestFixture.account;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.growthline.domain.monitoring.SourceAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mappings that are shipped, on the data they were made for. */
class SourcesTest {
  @TempDir Path directory;

  @Test
  void cdnowPurchasesBecomeTransactionsToTheCent() throws IOException {
    IngestFixture fixture = imported("cdnow", "cdnow_sample.csv");

    SourceAccount account = account(fixture.run(), "cdnow");

    assertThat(account, is(new SourceAccount("cdnow", 6919, 6919, 0, 0, 0, 0)));
    assertThat(
        fixture.query(
            "select count(*), count(distinct customer_id), sum(amount_minor) from raw.transactions"),
        contains(List.of(6919L, 2357L, 24409194L)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "duplicate-delivery",
        "freshness-outage",
        "happy-path",
        "late-arrival",
        "malformed-quarantine",
        "reconciliation-break",
        "referral-known-truth",
        "referral-v1-to-v2",
        "reversal"
      })
  void neobankEventsAreAccountedForAsTheirTruthSays(String scenario) throws IOException {
    IngestFixture fixture = imported("neobank", "neobank_events/" + scenario + ".jsonl");
    JsonNode truth =
        new ObjectMapper()
            .readTree(
                IngestFixture.SHARED
                    .resolve("neobank_events/" + scenario + ".truth.json")
                    .toFile());

    SourceAccount account = account(fixture.run(), "neobank");

    assertThat(
        account,
        is(
            new SourceAccount(
                "neobank",
                truth.get("event_count").asLong(),
                truth.get("unique_business_events").asLong(),
                truth.get("duplicates").asLong(),
                truth.get("quarantined").asLong(),
                0,
                truth.get("late_arrivals").asLong())));
  }

  private IngestFixture imported(String source, String data) throws IOException {
    Path input = IngestFixture.SHARED.resolve(data);
    assumeTrue(Files.exists(input), () -> "Skipped: the data file " + data + " is absent");
    IngestFixture fixture = new IngestFixture(directory);
    SourceImport.run(
        IngestFixture.PROJECT.resolve("sources/" + source + ".yaml"),
        List.of(input),
        fixture.landing);
    return fixture;
  }
}
