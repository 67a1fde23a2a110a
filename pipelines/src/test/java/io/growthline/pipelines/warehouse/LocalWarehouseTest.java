package io.growthline.pipelines.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.growth.RetentionCohort;
import io.growthline.pipelines.stage.StageOptions;
import io.growthline.warehouse.DuckDbPublisher;
import io.growthline.warehouse.DuckDbSql;
import io.growthline.warehouse.SqlWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalWarehouseTest extends WarehouseContractTest {
  @TempDir Path warehouse;

  @Override
  WarehouseWriter writer(String runId) {
    return Warehouses.writer(options(runId));
  }

  @Override
  WarehouseReader reader() {
    return Warehouses.reader(options("reader"));
  }

  @Override
  Pipeline pipeline() {
    return Pipeline.create();
  }

  @Test
  void afterPublishingOnlyLiveFilesRemain() throws IOException {
    publishCohort("r1", 1);
    publishCohort("r2", 2);

    try (Stream<Path> files = Files.walk(warehouse)) {
      assertThat(files.filter(f -> f.toString().endsWith(".parquet")).count(), is(1L));
    }
    assertThat(Files.exists(warehouse.resolve("_staging/r2")), is(false));
  }

  @Test
  void liveAndPublishedTablesGiveTheSameAnswer() {
    publishCohort("r1", 7);
    DuckDbPublisher.publish(warehouse);
    String query = "SELECT cohort_month, active_customers FROM marts.retention_cohorts";

    for (SqlWarehouse sql :
        List.of(
            Warehouses.sql(warehouse.toString()),
            DuckDbSql.open(DuckDbPublisher.published(warehouse)))) {
      try (sql) {
        assertThat(
            sql.query(query, Map.of()).rows(),
            contains(List.<Object>of(LocalDate.of(2025, 1, 1), 7L)));
      }
    }
  }

  private void publishCohort(String runId, long active) {
    TableSpec<RetentionCohort> table = TableSpec.of(RetentionCohort.class);
    WarehouseWriter writer = writer(runId);
    Pipeline pipeline = pipeline();
    writer.stage(
        pipeline.apply(
            Create.of(new RetentionCohort(LocalDate.of(2025, 1, 1), 1, 10, active, active / 10.0))),
        table);
    pipeline.run().waitUntilFinish();
    writer.publish();
  }

  private StageOptions options(String runId) {
    StageOptions options = PipelineOptionsFactory.as(StageOptions.class);
    options.setWarehouse(warehouse.toString());
    options.setRunId(runId);
    return options;
  }
}
