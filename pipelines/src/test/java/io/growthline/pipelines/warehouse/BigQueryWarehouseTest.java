package io.growthline.pipelines.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.api.services.bigquery.model.Table;
import io.growthline.domain.contract.BigQuerySchema;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.CampaignSpend;
import io.growthline.domain.growth.RetentionCohort;
import io.growthline.domain.scoring.CustomerScore;
import io.growthline.transforms.RecordCoder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryOptions;
import org.apache.beam.sdk.io.gcp.testing.FakeBigQueryServices;
import org.apache.beam.sdk.io.gcp.testing.FakeDatasetService;
import org.apache.beam.sdk.io.gcp.testing.FakeJobService;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The BigQuery adapter on the fakes that Beam tests its own BigQueryIO with. */
class BigQueryWarehouseTest extends WarehouseContractTest {
  private static final String PROJECT = "project-1";
  private static final TableSpec<CampaignSpend> SPEND = TableSpec.of(CampaignSpend.class);
  private static final TableSpec<RetentionCohort> COHORTS = TableSpec.of(RetentionCohort.class);

  @TempDir Path temporary;

  private final FakeDatasetService datasets = new FakeDatasetService();
  private final FakeBigQueryServices services =
      new FakeBigQueryServices()
          .withDatasetService(datasets)
          .withJobService(new CopyingJobService(""));

  @BeforeEach
  void createTablesAsTerraformDoes() throws Exception {
    FakeDatasetService.setUp();
    FakeJobService.setUp();
    datasets.createDataset(PROJECT, BigQueryTables.STAGING, "", "", null);
    for (String dataset : Contracts.all().stream().map(TableSpec::dataset).distinct().toList()) {
      datasets.createDataset(PROJECT, dataset, "", "", null);
    }
    for (TableSpec<?> table : Contracts.all()) {
      datasets.createTable(
          new Table()
              .setTableReference(BigQueryTables.published(PROJECT, table))
              .setSchema(BigQueryTables.schema(table))
              .setTimePartitioning(BigQueryTables.partitioning(table).orElse(null))
              .setNumBytes(0L));
    }
  }

  @Override
  WarehouseWriter writer(String runId) {
    return new BigQueryWarehouseWriter(PROJECT, runId, services, options(), new FakeDays());
  }

  @Override
  WarehouseReader reader() {
    return new BigQueryWarehouseReader(PROJECT, services);
  }

  @Override
  Pipeline pipeline() {
    return Pipeline.create(options());
  }

  @Test
  void columnsAreDescribedAsInTheSchemasThatTerraformApplies() throws IOException {
    for (TableSpec<?> table : Contracts.all()) {
      List<String> described =
          BigQueryTables.schema(table).getFields().stream()
              .map(f -> String.join("|", f.getName(), f.getType(), f.getMode(), f.getDescription()))
              .toList();
      List<String> applied = new ArrayList<>();
      for (JsonNode f : new ObjectMapper().readTree(BigQuerySchema.columns(table))) {
        applied.add(
            String.join(
                "|",
                f.get("name").asText(),
                f.get("type").asText(),
                f.get("mode").asText(),
                f.get("description").asText()));
      }
      assertThat(table.id(), described, is(applied));
    }
  }

  @Test
  void aStagedTableIsLaidOutAsItsContractAndExpiresByItself() throws Exception {
    TableSpec<CustomerScore> scores = TableSpec.of(CustomerScore.class);
    Instant before = Instant.now();
    writer("r1").stage(pipeline().apply(Create.empty(RecordCoder.of(scores.type()))), scores);

    Table staged = datasets.getTable(BigQueryTables.staged(PROJECT, scores, "r1"));
    assertThat(staged.getTimePartitioning(), is(nullValue()));
    assertThat(staged.getClustering().getFields(), is(scores.cluster()));
    Instant expires = Instant.ofEpochMilli(staged.getExpirationTime());
    assertThat(expires, is(greaterThan(before.plus(Duration.ofDays(2)))));
    assertThat(expires, is(lessThan(before.plus(Duration.ofDays(4)))));
  }

  @Test
  void nothingIsStagedAfterPublishing() throws Exception {
    stageAndPublish(writer("r1"));

    assertNothingIsStaged();
  }

  @Test
  void aPipelineThatFailsLeavesNothingStaged() throws Exception {
    WarehouseWriter writer = writer("r1");
    Pipeline pipeline = pipeline();
    writer.stage(
        pipeline
            .apply(Create.of("no number"))
            .apply(
                MapElements.into(TypeDescriptor.of(CampaignSpend.class))
                    .via(
                        text -> {
                          throw new NumberFormatException(text);
                        })),
        SPEND);

    assertThrows(RuntimeException.class, () -> StagingRun.toEnd(pipeline, writer));

    assertNothingIsStaged();
  }

  @Test
  void aCopyThatFailsIsNamedInOneLineAndLeavesNothingStaged() throws Exception {
    services.withJobService(new CopyingJobService(SPEND.name()));

    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> stageAndPublish(writer("r1")));

    assertThat(
        e.getMessage(),
        is(
            "Cannot publish run r1 to bq://project-1: 1 of 2 tables failed:"
                + " {raw.campaign_spend=Not found: Table}. Apply the Terraform schemas and run the"
                + " stage again."));
    assertNothingIsStaged();
  }

  private void stageAndPublish(WarehouseWriter writer) {
    Pipeline pipeline = pipeline();
    writer.stage(pipeline.apply("spend", Create.empty(RecordCoder.of(CampaignSpend.class))), SPEND);
    writer.stage(
        pipeline.apply("cohorts", Create.empty(RecordCoder.of(RetentionCohort.class))), COHORTS);
    pipeline.run().waitUntilFinish();
    writer.publish();
  }

  private void assertNothingIsStaged() throws Exception {
    for (TableSpec<?> table : List.of(SPEND, COHORTS)) {
      assertThat(
          table.id(),
          datasets.getTable(BigQueryTables.staged(PROJECT, table, "r1")),
          is(nullValue()));
    }
  }

  private BigQueryOptions options() {
    BigQueryOptions options = PipelineOptionsFactory.as(BigQueryOptions.class);
    options.setProject(PROJECT);
    options.setTempLocation(temporary.toString());
    options.as(DirectOptions.class).setTargetParallelism(2);
    options.as(DirectOptions.class).setEnforceImmutability(false);
    options.as(DirectOptions.class).setEnforceEncodability(false);
    return options;
  }
}
