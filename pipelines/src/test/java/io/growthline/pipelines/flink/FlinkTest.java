package io.growthline.pipelines.flink;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.warehouse.SqlWarehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The mains of the jar on Apache Flink: {@code ./mvnw verify -Pflink -pl pipelines -am}. What they
 * publish is what they publish with the DirectRunner.
 */
@Tag("flink")
@EnabledIfSystemProperty(
    named = "tests.only",
    matches = "flink",
    disabledReason = "SKIPPED: only -Pflink runs this")
class FlinkTest {
  // When something happened to be seen differs between any two runs.
  private static final Map<String, String> TIMES_OF_RUNS =
      Map.of(
          "monitoring.dead_letters",
          "first_seen_at",
          "monitoring.landing_files",
          "ingested_at, changed_at");

  @TempDir static Path shared;
  private static Map<String, List<List<Object>>> expected;

  @TempDir Path directory;

  @BeforeAll
  static void publishWithTheDirectRunner() throws Exception {
    new JavaProcess(shared.resolve("generate.log"), ProductJar.FILE.toString())
        .toEnd(
            "io.growthline.pipelines.cli.Growthline",
            List.of(
                "generate",
                "--customers=130",
                "--months=6",
                "--faults=standard",
                "--data=" + shared));
    expected = publish(shared, List.of("--runner=DirectRunner", "--targetParallelism=2"));
    for (String table :
        List.of(
            "marts.kpi_values",
            "scores.customer_scores",
            "marts.pricing_scenarios",
            "scores.plan_limits",
            "scores.decision_traces")) {
      assertThat(table, expected.get(table).size(), greaterThan(0));
    }
  }

  @Test
  void theTablesAreThoseOfTheDirectRunnerInOneProcess() throws Exception {
    Path configuration = FlinkCluster.configuration(directory, "");

    assertSame(
        publish(
            directory,
            List.of(
                "--runner=FlinkRunner",
                "--flinkMaster=[local]",
                "--flinkConfDir=" + configuration,
                "--parallelism=2")));
  }

  @Test
  void theTablesAreThoseOfTheDirectRunnerOnAClusterOfTwoTaskManagers() throws Exception {
    try (FlinkCluster cluster = FlinkCluster.start(directory.resolve("cluster"), 2)) {
      Map<String, List<List<Object>>> published =
          publish(
              directory,
              List.of(
                  "--runner=FlinkRunner", "--flinkMaster=" + cluster.address(), "--parallelism=2"));

      assertSame(published);
      assertThat("tasks of each", cluster.tasksByManager(), everyItem(greaterThan(0L)));
    }
  }

  private static Map<String, List<List<Object>>> publish(Path data, List<String> runner)
      throws Exception {
    String landing = "--landing=" + shared.resolve("landing");
    String models = "--models=" + data.resolve("models");
    stage(data, "ingest.IngestPipeline", runner, landing);
    stage(data, "marts.MartsPipeline", runner);
    stage(data, "train.TrainPipeline", runner, models);
    stage(data, "score.ScorePipeline", runner, models);
    stage(data, "price.PricePipeline", runner, models);
    stage(data, "decide.DecidePipeline", runner, models);
    return tables(data.resolve("warehouse"));
  }

  private static void stage(Path data, String main, List<String> runner, String... more)
      throws Exception {
    List<String> options = new ArrayList<>(runner);
    options.add("--warehouse=" + data.resolve("warehouse"));
    options.add("--tempLocation=" + Files.createDirectories(data.resolve("temp")));
    options.addAll(List.of(more));
    new JavaProcess(data.resolve(main + ".log"), ProductJar.FILE.toString())
        .toEnd("io.growthline.pipelines." + main, options);
  }

  private static Map<String, List<List<Object>>> tables(Path warehouse) {
    Map<String, List<List<Object>>> tables = new TreeMap<>();
    try (SqlWarehouse sql = Warehouses.sql(warehouse.toString())) {
      for (TableSpec<?> table : Contracts.all()) {
        String time = TIMES_OF_RUNS.get(table.id());
        String columns = time == null ? "*" : "* EXCLUDE (" + time + ")";
        tables.put(
            table.id(),
            sql.query("SELECT " + columns + " FROM " + table.id() + " ORDER BY ALL", Map.of())
                .rows());
      }
    }
    return tables;
  }

  private static void assertSame(Map<String, List<List<Object>>> published) {
    List<String> different =
        expected.keySet().stream()
            .filter(table -> !published.get(table).equals(expected.get(table)))
            .toList();
    assertThat("tables that differ", different, is(List.of()));
  }
}
