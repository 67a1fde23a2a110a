package io.growthline.pipelines.golden;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.pipelines.ingest.IngestOptions;
import io.growthline.pipelines.ingest.IngestPipeline;
import io.growthline.pipelines.marts.MartsOptions;
import io.growthline.pipelines.marts.MartsPipeline;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.warehouse.SqlWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A few customers who use every raw table, delivered twice, and the tables that they give. The
 * README beside the files says who the customers are.
 */
class GoldenBankTest {
  private static final String REGENERATE =
      "./mvnw -q -pl pipelines -am test -Dtest=GoldenBankTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dgrowthline.regenerate=true";
  private static final Path BANK = Path.of("src/test/resources/golden/bank");
  private static final TableFiles EXPECTED = new TableFiles(BANK.resolve("expected"));
  private static final String AS_OF = "2026-04-10";

  /** Tables that these stages leave empty, with the reason. */
  private static final Map<String, String> EMPTY =
      Map.of(
          "marts.price_elasticity", "the price stage fills it",
          "marts.pricing_scenarios", "the price stage fills it",
          "marts.release_decisions", "the monitor stage fills it",
          "marts.release_decision_gates", "the monitor stage fills it");

  private static final Set<String> TABLES =
      Stream.concat(
              Stream.of(
                  "monitoring.dead_letters",
                  "monitoring.duplicate_deliveries",
                  "monitoring.source_accounts"),
              Contracts.all().stream()
                  .filter(table -> Set.of("raw", "marts").contains(table.dataset()))
                  .map(TableSpec::id)
                  .filter(table -> !EMPTY.containsKey(table)))
          .collect(Collectors.toCollection(TreeSet::new));

  /** Columns that differ from run to run. */
  private static final Map<String, Set<String>> OF_THE_RUN =
      Map.of("monitoring.dead_letters", Set.of("run_id", "code_version", "first_seen_at"));

  @TempDir static Path directory;

  private static Map<String, List<String>> atOnce;
  private static Map<String, List<String>> inTwoParts;
  private static StageResult secondMarts;

  @BeforeAll
  static void buildTheTablesBothWays() throws IOException {
    land("landing", "at-once");
    land("landing-2", "at-once");
    ingest("at-once", "run-1");
    marts("at-once", "run-1");
    atOnce = tables("at-once");

    land("landing", "in-two-parts");
    ingest("in-two-parts", "run-1");
    marts("in-two-parts", "run-1");
    land("landing-2", "in-two-parts");
    ingest("in-two-parts", "run-2");
    secondMarts = marts("in-two-parts", "run-2");
    inTwoParts = tables("in-two-parts");

    if (Boolean.getBoolean("growthline.regenerate")) {
      EXPECTED.write(atOnce);
    }
  }

  @TestFactory
  Stream<DynamicTest> whatLandsAtOnceGivesTheExpectedTables() {
    return eachAsExpected(atOnce);
  }

  @TestFactory
  Stream<DynamicTest> whatLandsInTwoPartsGivesTheExpectedTables() {
    return eachAsExpected(inTwoParts);
  }

  @Test
  void theSecondPartBuildsTheMartsOfItsCustomersAlone() {
    // Those of c1, c3 and c8, and what has no customer.
    assertThat(
        secondMarts.notes(),
        hasItem("Built again for 4 of 64 groups of customers, those with changed raw rows."));
  }

  @Test
  void everyTableOfIngestAndMartsHasExpectedRows() {
    assertThat(EXPECTED.tables(), is(TABLES));
    for (String table : TABLES) {
      assertThat("lines of " + table, EXPECTED.lines(table).size(), greaterThan(1));
    }
  }

  private static Stream<DynamicTest> eachAsExpected(Map<String, List<String>> tables) {
    return tables.entrySet().stream()
        .map(
            table ->
                dynamicTest(
                    table.getKey(), () -> assertAsExpected(table.getKey(), table.getValue())));
  }

  private static void assertAsExpected(String table, List<String> lines) {
    String difference = TableFiles.difference(EXPECTED.lines(table), lines);
    assertThat(
        "%s differs from what is expected; if that is meant, run\n  %s\nand check what git shows.\n%s"
            .formatted(table, REGENERATE, difference),
        difference.isEmpty());
  }

  private static void land(String delivery, String data) throws IOException {
    Path from = BANK.resolve(delivery);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = directory.resolve(data).resolve("landing").resolve(from.relativize(file));
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }

  private static void ingest(String data, String runId) {
    IngestPipeline.run(
        options(data, runId, "--landing=" + path(data, "landing"), "--unknownColumns=KEEP")
            .as(IngestOptions.class));
  }

  private static StageResult marts(String data, String runId) {
    return MartsPipeline.run(options(data, runId, "--asOf=" + AS_OF).as(MartsOptions.class));
  }

  private static PipelineOptionsFactory.Builder options(
      String data, String runId, String... ofTheStage) {
    Stream<String> ofAllStages =
        Stream.of(
            "--warehouse=" + path(data, "warehouse"),
            "--runId=" + runId,
            "--buckets=2",
            "--targetParallelism=2");
    return PipelineOptionsFactory.fromArgs(
        Stream.concat(ofAllStages, Stream.of(ofTheStage)).toArray(String[]::new));
  }

  private static Map<String, List<String>> tables(String data) {
    Map<String, List<String>> tables = new TreeMap<>();
    try (SqlWarehouse warehouse = Warehouses.sql(path(data, "warehouse").toString())) {
      for (String table : TABLES) {
        Set<String> leftOut = OF_THE_RUN.getOrDefault(table, Set.of());
        tables.put(table, TableFiles.lines(warehouse, table, leftOut));
      }
    }
    return tables;
  }

  private static Path path(String data, String name) {
    return directory.resolve(data).resolve(name);
  }
}
