package io.growthline.pipelines.release;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.RunStatus;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.domain.scoring.Models;
import io.growthline.pipelines.models.FileSystemsStore;
import io.growthline.pipelines.score.ModelFixture;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.train.TrainOptions;
import io.growthline.pipelines.train.TrainPipeline;
import io.growthline.warehouse.DuckDbSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasePipelineTest {
  @TempDir Path data;

  @Test
  void aReleaseHoldsTheTablesAndTheModelsInUseAndIsPointedAt() throws IOException {
    ModelFixture fixture = new ModelFixture(data);
    fixture.publish();
    TrainPipeline.run(fixture.options(TrainOptions.class));
    Path unused = data.resolve("models/churn/older/metadata.json");
    Files.createDirectories(unused.getParent());
    Files.writeString(unused, "{}");

    StageResult result = release("20260101T020000Z");

    Path release = data.resolve("serving/releases/20260101T020000Z");
    assertThat(result.status(), is(RunStatus.SUCCEEDED));
    assertThat(current(), is("20260101T020000Z\n"));
    assertThat(count(release, "SELECT COUNT(*) FROM marts.customer_features_latest"), is(120L));
    ModelRegistry served = new ModelRegistry(new FileSystemsStore(release + "/models"));
    assertThat(served.production(Models.CHURN).isPresent(), is(true));
    assertThat(served.versions(Models.CHURN), hasSize(1));
  }

  @Test
  void aReleaseHoldsTheTablesThatTheServiceReadsAndNoOthers() throws IOException {
    new ModelFixture(data).publish();

    StageResult result = release("20260101T020000Z");

    List<Object> served = Contracts.SERVED.stream().<Object>map(TableSpec::id).sorted().toList();
    assertThat(
        firstColumn(
            data.resolve("serving/releases/20260101T020000Z"),
            "SELECT table_schema || '.' || table_name FROM information_schema.tables ORDER BY 1"),
        is(served));
    assertThat(List.copyOf(result.tables().keySet()), is(served));
  }

  @Test
  void theServiceReadsNeitherRawEventsNorPersonalData() {
    for (TableSpec<?> table : Contracts.SERVED) {
      assertThat(table.dataset(), is(not("raw")));
      assertThat(table.id(), table.columns().stream().noneMatch(ColumnSpec::pii), is(true));
    }
  }

  @Test
  void theNewestReleasesAreKeptForAWayBack() throws IOException {
    Releases releases = new Releases(data.resolve("serving").toString());
    Path database = Files.writeString(data.resolve("some.duckdb"), "rows");
    FileSystemsStore noModels = new FileSystemsStore(data.resolve("none").toString());
    for (int day = 1; day <= 16; day++) {
      releases.add("202601%02dT020000Z".formatted(day), database, noModels);
    }

    releases.removeOld();

    try (Stream<Path> left = Files.list(data.resolve("serving/releases"))) {
      List<String> names =
          left.filter(r -> Files.exists(r.resolve("warehouse/growthline.duckdb")))
              .map(r -> r.getFileName().toString())
              .sorted()
              .toList();
      assertThat(names, hasSize(14));
      assertThat(names, hasItems("20260103T020000Z", "20260116T020000Z"));
    }
  }

  @Test
  void runningTwiceGivesTheSameRelease() throws IOException {
    new ModelFixture(data).publish();

    release("20260101T020000Z");
    release("20260101T020000Z");

    try (Stream<Path> releases = Files.list(data.resolve("serving/releases"))) {
      assertThat(
          releases.map(r -> r.getFileName().toString()).toList(), contains("20260101T020000Z"));
    }
    assertThat(
        count(
            data.resolve("serving/releases/20260101T020000Z"),
            "SELECT COUNT(*) FROM marts.fct_activation"),
        is(600L));
  }

  private StageResult release(String runId) {
    ReleaseOptions options = new ModelFixture(data).options(ReleaseOptions.class);
    options.setRunId(runId);
    options.setServing(data.resolve("serving").toString());
    return ReleasePipeline.run(options);
  }

  private String current() throws IOException {
    return Files.readString(data.resolve("serving/CURRENT"));
  }

  private static Object count(Path release, String sql) {
    return firstColumn(release, sql).get(0);
  }

  private static List<Object> firstColumn(Path release, String sql) {
    try (DuckDbSql served = DuckDbSql.open(release.resolve("warehouse/growthline.duckdb"))) {
      return served.query(sql, Map.of()).rows().stream().map(row -> row.get(0)).toList();
    }
  }
}
