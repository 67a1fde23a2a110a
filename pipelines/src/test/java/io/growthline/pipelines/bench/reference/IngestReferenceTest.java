package io.growthline.pipelines.bench.reference;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.growthline.pipelines.run.DataDirectory;
import io.growthline.pipelines.run.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQL keeps of landing files what ingest keeps. */
class IngestReferenceTest {
  private static final String VALID =
      """
      {"event_id":"e1","idempotency_key":"k1","customer_id":"C1",\
      "occurred_at":"2026-01-05T09:00:00Z","ingested_at":"2026-01-05T09:00:03Z",\
      "schema_version":1,"source":"crm","score":9}""";

  @TempDir Path directory;

  @Test
  void rowsThatBreakTheContractAreDropped() throws Exception {
    assertThat(
        kept(
            VALID,
            other("broken").substring(0, 60),
            other("no_number").replace("\"score\":9", "\"score\":\"nine\""),
            other("no_time").replace("\"occurred_at\":\"2026-01-05T09:00:00Z\",", ""),
            other("too_large").replace("\"score\":9", "\"score\":11"),
            other("not_allowed").replace("\"score\":9", "\"score\":9,\"channel\":\"letter\""),
            other("newer").replace("\"schema_version\":1", "\"schema_version\":3"),
            other("undeclared").replace("\"score\":9", "\"score\":9,\"legacy_flag\":true"),
            other("too_early").replace("2026-01-05T09:00:03Z", "2026-01-04T08:59:59Z")),
        contains("e1"));
  }

  @Test
  void theFirstDeliveryOfAnEventIsKeptWhateverTheOrder() throws Exception {
    String again = VALID.replace("\"e1\"", "\"e1-again\"");
    String later = VALID.replace("\"e1\"", "\"e0\"").replace("09:00:03Z", "10:00:00Z");
    assertThat(kept(later, again, VALID, VALID), contains("e1"));
  }

  @Test
  void theSameKeyOfAnotherCustomerIsAnotherEvent() throws Exception {
    assertThat(
        kept(VALID, VALID.replace("\"C1\"", "\"C2\"").replace("\"e1\"", "\"e2\"")),
        contains("e1", "e2"));
  }

  @Test
  void olderVersionsAreUpcast() throws Exception {
    kept(VALID);
    try (ReferenceDatabase database = ReferenceDatabase.open(directory)) {
      assertThat(
          database.texts("SELECT channel FROM '" + directory + "/raw.nps_responses.parquet'"),
          contains("app"));
    }
  }

  private static String other(String id) {
    return VALID.replace("\"e1\"", "\"" + id + "\"").replace("\"k1\"", "\"" + id + "\"");
  }

  private List<String> kept(String... lines) throws Exception {
    DataDirectory data = new DataDirectory(directory);
    Path folder = Files.createDirectories(data.landing().resolve("nps_responses"));
    Files.write(folder.resolve("part-00000.jsonl"), List.of(lines));

    ReferenceRun run = ReferenceRun.of(Stage.INGEST, data, null, directory);

    try (ReferenceDatabase database = ReferenceDatabase.open(directory)) {
      List<String> ids =
          database.texts(
              "SELECT event_id FROM '" + directory + "/raw.nps_responses.parquet' ORDER BY ALL");
      assertThat(run.rows(), is(Map.of("raw.nps_responses", (long) ids.size())));
      assertThat(ReferenceRun.read(directory), is(run));
      return ids;
    }
  }
}
