package io.growthline.pipelines.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableFieldSchema.PolicyTags;
import com.google.api.services.bigquery.model.TableReference;
import io.growthline.domain.contract.BigQuerySchema;
import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.DimCustomer;
import io.growthline.domain.event.CampaignSpend;
import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.growth.RetentionCohort;
import io.growthline.domain.monitoring.LandedFile;
import io.growthline.domain.scoring.CustomerScore;
import io.growthline.transforms.RecordCoder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryOptions;
import org.apache.beam.sdk.io.gcp.bigquery.TableDestination;
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

  private static final TableSpec<CustomerProfile> PROFILES = TableSpec.of(CustomerProfile.class);
  private static final String TAG = "projects/project-1/locations/eu/taxonomies/1/policyTags/2";

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
              .setRequirePartitionFilter(table.requiresPartitionFilter())
              .setDescription(table.description())
              .setNumBytes(0L));
      tag(table);
    }
  }

  private void tag(TableSpec<?> table) throws Exception {
    List<String> personal =
        table.columns().stream().filter(ColumnSpec::pii).map(ColumnSpec::name).toList();
    datasets.getTable(BigQueryTables.published(PROJECT, table)).getSchema().getFields().stream()
        .filter(f -> personal.contains(f.getName()))
        .forEach(f -> f.setPolicyTags(new PolicyTags().setNames(List.of(TAG))));
  }

  @Override
  WarehouseWriter writer(String runId) {
    return new BigQueryWarehouseWriter(PROJECT, runId, services, options(), new FakeStatements());
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
    stageNothing(pipeline(), writer("r1"), scores);

    Table staged = datasets.getTable(BigQueryTables.staged(PROJECT, scores, "r1"));
    assertThat(staged.getTimePartitioning(), is(nullValue()));
    assertThat(staged.getClustering().getFields(), is(scores.cluster()));
    Instant expires = Instant.ofEpochMilli(staged.getExpirationTime());
    assertThat(expires, is(greaterThan(before.plus(Duration.ofDays(2)))));
    assertThat(expires, is(lessThan(before.plus(Duration.ofDays(4)))));
  }

  @Test
  void whatTerraformPutOnATableIsThereAfterItWasReplaced() throws Exception {
    List<TableSpec<?>> replaced =
        List.of(PROFILES, TableSpec.of(DimCustomer.class), TableSpec.of(CustomerScore.class));
    Map<TableSpec<?>, TableSettings> before = new HashMap<>();
    for (TableSpec<?> table : replaced) {
      before.put(table, settings(BigQueryTables.published(PROJECT, table)));
    }

    Pipeline pipeline = pipeline();
    WarehouseWriter writer = writer("r1");
    replaced.forEach(table -> stageNothing(pipeline, writer, table));
    pipeline.run().waitUntilFinish();
    writer.publish();

    for (TableSpec<?> table : replaced) {
      assertThat(settings(BigQueryTables.published(PROJECT, table)), is(before.get(table)));
    }
    TableSettings profiles = settings(BigQueryTables.published(PROJECT, PROFILES));
    assertThat(profiles.policyTags(), is(Map.of("full_name", List.of(TAG), "email", List.of(TAG))));
    assertThat(profiles.requirePartitionFilter(), is(true));
    assertThat(profiles.expirationTime(), is(nullValue()));
  }

  @Test
  void everyTableIsLoadedWithTheSchemaAndLayoutOfItsStagedTable() throws Exception {
    for (TableSpec<?> table : Contracts.all()) {
      TableSettings published = settings(BigQueryTables.published(PROJECT, table));
      StagedTables destinations = new StagedTables(PROJECT, "r1");
      destinations.add(table, published);
      Table staged = BigQueryTables.newStaged(PROJECT, table, "r1", published, Instant.EPOCH);

      assertThat(destinations.getSchema(table.id()), is(staged.getSchema()));
      TableDestination destination = destinations.getTable(table.id());
      assertThat(destination.getTableReference(), is(staged.getTableReference()));
      assertThat(destination.getTimePartitioning(), is(staged.getTimePartitioning()));
      assertThat(destination.getClustering(), is(staged.getClustering()));
    }
  }

  @Test
  void personalDataIsProtectedWhileItIsStaged() throws Exception {
    stageNothing(pipeline(), writer("r1"), PROFILES);

    TableSettings staged = settings(BigQueryTables.staged(PROJECT, PROFILES, "r1"));
    assertThat(staged.policyTags().keySet(), is(Set.of("full_name", "email")));
    assertThat(staged.untagged(PROFILES), is(empty()));
  }

  @Test
  void aCopyThatLosesPolicyTagsFailsTheStage() throws Exception {
    WarehouseWriter writer = writer("r1");
    Pipeline pipeline = pipeline();
    stageNothing(pipeline, writer, PROFILES);
    pipeline.run().waitUntilFinish();
    datasets
        .getTable(BigQueryTables.staged(PROJECT, PROFILES, "r1"))
        .setSchema(BigQueryTables.schema(PROFILES));

    IllegalStateException e = assertThrows(IllegalStateException.class, writer::publish);

    assertThat(
        e.getMessage(),
        containsString(
            "{raw.customer_profiles=the copy changed its policy tag of email, policy tag of"
                + " full_name}. Apply the Terraform schemas"));
  }

  @Test
  void aCopyThatBringsAnExpirationWhichStaysFailsTheStage() {
    FakeStatements idle =
        new FakeStatements() {
          @Override
          public void restore(TableReference table, TableSettings settings, TableSettings found) {}
        };
    WarehouseWriter writer = new BigQueryWarehouseWriter(PROJECT, "r1", services, options(), idle);
    Pipeline pipeline = pipeline();
    stageNothing(pipeline, writer, COHORTS);
    pipeline.run().waitUntilFinish();

    IllegalStateException e = assertThrows(IllegalStateException.class, writer::publish);

    assertThat(
        e.getMessage(),
        containsString("{marts.retention_cohorts=the copy changed its expiration}"));
  }

  @Test
  void aTableThatTerraformDidNotCreateStopsTheStageBeforeItsJob() throws Exception {
    datasets.deleteTable(BigQueryTables.published(PROJECT, SPEND));

    IllegalStateException e =
        assertThrows(
            IllegalStateException.class, () -> stageNothing(pipeline(), writer("r1"), SPEND));

    assertThat(
        e.getMessage(),
        is("There is no table raw.campaign_spend in bq://project-1: apply the Terraform"));
  }

  private static <T extends Record> void stageNothing(
      Pipeline pipeline, WarehouseWriter writer, TableSpec<T> table) {
    writer.stage(
        pipeline.apply("no " + table.id(), Create.empty(RecordCoder.of(table.type()))), table);
  }

  private TableSettings settings(TableReference table) throws Exception {
    return TableSettings.of(datasets.getTable(table));
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

  @Test
  void whatARunNotesIsNotPublishedWhenItsRowsAreNot() throws Exception {
    services.withJobService(new CopyingJobService(SPEND.name()));
    WarehouseWriter writer = writer("r1");
    TableSpec<LandedFile> ledger = TableSpec.of(LandedFile.class);
    writer.stageRows(
        List.of(new LandedFile("a.jsonl", 1, "md5", null, 1, 0, "r1", Instant.EPOCH)), ledger);
    Pipeline pipeline = pipeline();
    stageNothing(pipeline, writer, SPEND);
    pipeline.run().waitUntilFinish();

    assertThrows(IllegalStateException.class, writer::publish);

    Table published = datasets.getTable(BigQueryTables.published(PROJECT, ledger));
    assertThat(CopyingJobService.rows(published), is(empty()));
  }

  @Test
  void whenOneDayFailsTheErrorSaysWhichDaysAreNewAndWhichAreOld() {
    services.withJobService(new CopyingJobService(SPEND.name() + "$20250331"));
    List<CampaignSpend> rows =
        List.of(
            spendAt("e1", "2025-03-29T12:00:00Z"),
            spendAt("e2", "2025-03-30T12:00:00Z"),
            spendAt("e3", "2025-03-31T12:00:00Z"));
    Set<LocalDate> days =
        Set.of(
            LocalDate.of(2025, 3, 29),
            LocalDate.of(2025, 3, 30),
            LocalDate.of(2025, 3, 31),
            LocalDate.of(2025, 4, 2));

    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> publishDays("r1", rows, days));

    assertThat(
        e.getMessage(),
        containsString(
            "{raw.campaign_spend=Not found: Table (old: 2025-03-31; new: 2025-03-29 to 2025-03-30,"
                + " 2025-04-02)}"));
  }

  private void stageAndPublish(WarehouseWriter writer) {
    Pipeline pipeline = pipeline();
    stageNothing(pipeline, writer, SPEND);
    stageNothing(pipeline, writer, COHORTS);
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
    // A second thread without work polls the hundred steps of a write without a pause.
    options.as(DirectOptions.class).setTargetParallelism(1);
    options.as(DirectOptions.class).setEnforceImmutability(false);
    options.as(DirectOptions.class).setEnforceEncodability(false);
    return options;
  }
}
