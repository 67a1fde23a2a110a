package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.TableSpec;
import io.growthline.transforms.RecordCoder;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryIO;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryServices;
import org.apache.beam.sdk.values.PCollection;

/**
 * Reads tables of one project through export jobs, which are free and see one state of the table.
 * Terraform creates every table, so one that was never published is there and empty.
 */
final class BigQueryWarehouseReader implements WarehouseReader {
  private final String project;
  private final BigQueryServices services;

  BigQueryWarehouseReader(String project, BigQueryServices services) {
    this.project = project;
    this.services = services;
  }

  @Override
  public <T extends Record> PCollection<T> read(Pipeline pipeline, TableSpec<T> table) {
    Class<T> type = table.type();
    return pipeline.apply(
        "Read " + table.id(),
        BigQueryIO.read(r -> AvroRows.of(type).fromAvro(r.getRecord()))
            .from(BigQueryTables.published(project, table))
            .withMethod(BigQueryIO.TypedRead.Method.EXPORT)
            .withCoder(RecordCoder.of(type))
            .withTestServices(services)
            .withoutValidation());
  }
}
