package io.growthline.pipelines.warehouse;

import com.google.api.services.bigquery.model.Table;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import java.nio.file.Path;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryOptions;
import org.apache.beam.sdk.io.gcp.testing.FakeBigQueryServices;
import org.apache.beam.sdk.io.gcp.testing.FakeDatasetService;
import org.apache.beam.sdk.io.gcp.testing.FakeJobService;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The BigQuery adapter on the fakes that Beam tests its own BigQueryIO with. */
class BigQueryWarehouseTest extends WarehouseContractTest {
  private static final String PROJECT = "project-1";

  @TempDir Path temporary;

  private final FakeDatasetService datasets = new FakeDatasetService();
  private final FakeBigQueryServices services =
      new FakeBigQueryServices()
          .withDatasetService(datasets)
          .withJobService(new CopyingJobService());

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
              .setNumBytes(0L));
    }
  }

  @Override
  WarehouseWriter writer(String runId) {
    return new BigQueryWarehouseWriter(PROJECT, runId, services, options());
  }

  @Override
  WarehouseReader reader() {
    return new BigQueryWarehouseReader(PROJECT, services);
  }

  @Override
  Pipeline pipeline() {
    return Pipeline.create(options());
  }

  private BigQueryOptions options() {
    BigQueryOptions options = PipelineOptionsFactory.as(BigQueryOptions.class);
    options.setProject(PROJECT);
    options.setTempLocation(temporary.toString());
    return options;
  }
}
