package io.growthline.pipelines.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.CampaignSpend;
import io.growthline.domain.growth.RetentionCohort;
import io.growthline.pipelines.stage.StageOptions;
import io.growthline.transforms.RecordCoder;
import io.growthline.transforms.block.PackTable;
import io.growthline.warehouse.DuckDbPublisher;
import io.growthline.warehouse.DuckDbSql;
import io.growthline.warehouse.SqlWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalWarehouseTest extends WarehouseContractTest {
  private static final TableSpec<CampaignSpend> SPEND = TableSpec.of(CampaignSpend.class);

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
    String query = "SELECT cohort_start, active_customers FROM marts.retention_cohorts";

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

  @Test
  void onlyTheDaysSaidAreReplacedAndOtherMonthsKeepTheirFiles() throws IOException {
    publishSpend(
        "r1",
        Map.of(),
        false,
        spend("a", "2025-03-30"),
        spend("b", "2025-03-31"),
        spend("c", "2025-04-01"));
    Path april = monthFile("2025-04");

    Map<String, Long> rows =
        publishSpend(
            "r2",
            Map.of(SPEND.id(), Set.of(LocalDate.of(2025, 3, 30), LocalDate.of(2025, 5, 2))),
            true,
            spend("d", "2025-05-02"));

    assertThat(rows, is(Map.of(SPEND.id(), 3L)));
    assertThat(monthFile("2025-04"), is(april));
    try (SqlWarehouse sql = Warehouses.sql(warehouse.toString())) {
      assertThat(
          sql.query(
                  "SELECT event_id, occurred_at FROM raw.campaign_spend ORDER BY event_id",
                  Map.of())
              .rows(),
          contains(
              List.<Object>of("b", Instant.parse("2025-03-31T23:59:59.999999Z")),
              List.<Object>of("c", Instant.parse("2025-04-01T23:59:59.999999Z")),
              List.<Object>of("d", Instant.parse("2025-05-02T23:59:59.999999Z"))));
    }
  }

  private Path monthFile(String month) throws IOException {
    try (Stream<Path> files = Files.walk(warehouse.resolve("raw/campaign_spend"))) {
      return files
          .filter(f -> f.getFileName().toString().startsWith(month))
          .findFirst()
          .orElseThrow();
    }
  }

  private Map<String, Long> publishSpend(
      String runId, Map<String, Set<LocalDate>> days, boolean byDay, CampaignSpend... rows) {
    WarehouseWriter writer = writer(runId);
    Pipeline pipeline = pipeline();
    PCollection<CampaignSpend> spend =
        pipeline.apply(Create.of(List.of(rows)).withCoder(RecordCoder.of(CampaignSpend.class)));
    if (byDay) {
      writer.stageDays(spend.apply(PackTable.of(SPEND)), List.of(SPEND));
    } else {
      writer.stage(spend, SPEND);
    }
    pipeline.run().waitUntilFinish();
    return writer.publish(days);
  }

  private static CampaignSpend spend(String id, String day) {
    Instant lastMicrosecond = Instant.parse(day + "T23:59:59.999999Z");
    return new CampaignSpend(
        id,
        "k" + id,
        null,
        lastMicrosecond,
        lastMicrosecond,
        1,
        "ads",
        "c",
        null,
        "search",
        LocalDate.parse(day),
        1,
        null,
        null);
  }

  private void publishCohort(String runId, long active) {
    TableSpec<RetentionCohort> table = TableSpec.of(RetentionCohort.class);
    WarehouseWriter writer = writer(runId);
    Pipeline pipeline = pipeline();
    writer.stage(
        pipeline.apply(
            Create.of(
                new RetentionCohort(
                    "month",
                    LocalDate.of(2025, 1, 1),
                    1,
                    10,
                    active,
                    active / 10.0,
                    null,
                    null,
                    null))),
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
