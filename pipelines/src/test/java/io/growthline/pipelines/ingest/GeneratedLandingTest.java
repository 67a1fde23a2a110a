package io.growthline.pipelines.ingest;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.pipelines.stage.StageResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is generated can be generated again, and ingest finds what was put in. */
class GeneratedLandingTest {
  @TempDir Path directory;

  @Test
  void theSameOptionsGiveTheSameBytes() throws IOException {
    GeneratedLanding.generate(directory.resolve("a"), "--faults=standard");
    GeneratedLanding.generate(directory.resolve("b"), "--faults=standard");

    Map<String, String> files = GeneratedLanding.files(directory.resolve("a"));
    assertThat(files.size(), greaterThan(Contracts.RAW.size()));
    assertThat(GeneratedLanding.files(directory.resolve("b")).equals(files), is(true));
  }

  @Test
  void anotherNumberOfFilesHoldsTheSameRows() throws IOException {
    GeneratedLanding.generate(directory.resolve("a"), "--faults=standard", "--shards=2");
    GeneratedLanding.generate(directory.resolve("b"), "--faults=standard", "--shards=5");

    assertThat(rows(directory.resolve("a")).equals(rows(directory.resolve("b"))), is(true));
  }

  @Test
  void ingestFindsTheFaultsThatWerePutIn() throws IOException {
    IngestFixture fixture = new IngestFixture(directory);
    GeneratedLanding.generate(fixture.landing, "--faults=standard");
    JsonNode truth = GeneratedLanding.truth(fixture.landing);
    JsonNode faults = truth.get("faults");

    StageResult result = fixture.run();

    assertThat(sum(result, SourceAccount::written), is(sum(truth.get("valid_rows"))));
    assertThat(
        sum(result, SourceAccount::duplicates), is(count(faults, "duplicate", "redelivery")));
    assertThat(sum(result, SourceAccount::late), is(count(faults, "late")));
    assertThat(
        sum(result, SourceAccount::deadLettered),
        is(
            count(
                faults,
                "truncated",
                "wrong_type",
                "missing_field",
                "not_allowed",
                "unknown_column",
                "schema_change")));
    assertThat(sum(result, SourceAccount::deadLettered), greaterThan(0L));
  }

  @Test
  void parquetFilesGiveTheSameTablesAsJsonLines() {
    IngestFixture json = new IngestFixture(directory.resolve("json"));
    IngestFixture parquet = new IngestFixture(directory.resolve("parquet"));
    GeneratedLanding.generate(json.landing);
    GeneratedLanding.generate(parquet.landing, "--format=parquet");
    json.run();
    parquet.run();

    for (TableSpec<?> table : Contracts.RAW) {
      assertThat(table.id(), rows(parquet, table).equals(rows(json, table)), is(true));
    }
  }

  @Test
  void aPoisonedTruthChangesNothing() throws IOException {
    IngestFixture honest = new IngestFixture(directory.resolve("honest"));
    IngestFixture poisoned = new IngestFixture(directory.resolve("poisoned"));
    GeneratedLanding.generate(honest.landing, "--faults=standard");
    GeneratedLanding.generate(poisoned.landing, "--faults=standard");
    Files.writeString(poisoned.landing.resolve("_truth.json"), "{\"faults\":{\"late\":1e9}}");

    assertThat(poisoned.run(), is(honest.run()));
    for (TableSpec<?> table : Contracts.RAW) {
      assertThat(table.id(), rows(poisoned, table).equals(rows(honest, table)), is(true));
    }
  }

  private static List<List<Object>> rows(IngestFixture fixture, TableSpec<?> table) {
    return fixture.query("select * from " + table.id() + " order by event_id");
  }

  private static List<String> tables(Path landing) throws IOException {
    try (Stream<Path> folders = Files.list(landing)) {
      return folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()).toList();
    }
  }

  /** Sorted lines of every table. */
  private static Map<String, List<String>> rows(Path landing) throws IOException {
    Map<String, List<String>> rows = new TreeMap<>();
    for (String table : tables(landing)) {
      List<String> lines =
          GeneratedLanding.files(landing.resolve(table)).values().stream()
              .flatMap(content -> Stream.of(content.split("\n")))
              .sorted()
              .toList();
      rows.put(table, lines);
    }
    return rows;
  }

  private static long sum(StageResult result, ToLongFunction<SourceAccount> count) {
    return IngestFixture.read(result).stream().mapToLong(count).sum();
  }

  private static long sum(JsonNode counts) {
    long sum = 0;
    for (JsonNode count : counts) {
      sum += count.asLong();
    }
    return sum;
  }

  private static long count(JsonNode faults, String... kinds) {
    return Stream.of(kinds).mapToLong(kind -> faults.path(kind).asLong()).sum();
  }
}
