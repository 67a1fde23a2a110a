package io.growthline.pipelines.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.api.services.bigquery.model.Table;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.monitoring.LandedFile;
import io.growthline.transforms.RecordCoder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryOptions;
import org.apache.beam.sdk.io.gcp.testing.FakeBigQueryServices;
import org.apache.beam.sdk.io.gcp.testing.FakeDatasetService;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.options.StreamingOptions;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.Create;
import org.joda.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Appending through the Storage Write API, on the fakes that Beam tests its own BigQueryIO with.
 */
class BigQueryAppenderTest {
  private static final String PROJECT = "project-1";
  private static final TableSpec<FeatureUse> TABLE = TableSpec.of(FeatureUse.class);
  private static final Duration INTERVAL = Duration.standardSeconds(30);

  @TempDir Path temporary;

  private final FakeDatasetService datasets = new FakeDatasetService();
  private final FakeBigQueryServices services =
      new FakeBigQueryServices().withDatasetService(datasets);

  @BeforeEach
  void createTheTableAsTerraformDoes() throws Exception {
    FakeDatasetService.setUp();
    datasets.createDataset(PROJECT, TABLE.dataset(), "", "", null);
    datasets.createTable(
        new Table()
            .setTableReference(BigQueryTables.published(PROJECT, TABLE))
            .setSchema(BigQueryTables.schema(TABLE))
            .setNumBytes(0L));
  }

  @Test
  void rowsOfEveryBatchAreAddedToThoseThatAreThere() throws Exception {
    append(use("e1"), use("e2"));
    append(use("e3"));

    List<Object> ids =
        datasets.getAllRows(PROJECT, TABLE.dataset(), TABLE.name()).stream()
            .map(row -> row.get("event_id"))
            .toList();
    assertThat(ids, containsInAnyOrder("e1", "e2", "e3"));
  }

  @Test
  void aTableWithoutPartitionsIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new BigQueryWarehouseAppender(PROJECT, services, INTERVAL)
                .append(
                    pipeline().apply(Create.empty(RecordCoder.of(LandedFile.class))),
                    TableSpec.of(LandedFile.class)));
  }

  private void append(FeatureUse first, FeatureUse... more) {
    Pipeline pipeline = pipeline();
    new BigQueryWarehouseAppender(PROJECT, services, INTERVAL)
        .append(
            pipeline.apply(
                TestStream.create(RecordCoder.of(FeatureUse.class))
                    .addElements(first, more)
                    .advanceProcessingTime(INTERVAL.plus(INTERVAL))
                    .advanceWatermarkToInfinity()),
            TABLE);
    pipeline.run().waitUntilFinish();
  }

  private Pipeline pipeline() {
    BigQueryOptions options = PipelineOptionsFactory.as(BigQueryOptions.class);
    options.setProject(PROJECT);
    options.setTempLocation(temporary.toString());
    options.as(StreamingOptions.class).setStreaming(true);
    options.as(DirectOptions.class).setTargetParallelism(2);
    options.as(DirectOptions.class).setEnforceImmutability(false);
    return Pipeline.create(options);
  }

  private static FeatureUse use(String eventId) {
    Instant at = Instant.parse("2026-01-05T09:00:20.123456Z");
    return new FeatureUse(eventId, eventId, "c1", at, at, 1, "app", "budget");
  }
}
