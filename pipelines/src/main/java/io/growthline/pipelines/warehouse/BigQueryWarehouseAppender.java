package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.TableSpec;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryIO;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryIO.Write.CreateDisposition;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryIO.Write.WriteDisposition;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryServices;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.Duration;

/** Appends to the tables that Terraform created, exactly once, through the Storage Write API. */
final class BigQueryWarehouseAppender implements WarehouseAppender {
  private final String project;
  private final BigQueryServices services;
  private final Duration interval;

  /**
   * @param interval how often rows are committed
   */
  BigQueryWarehouseAppender(String project, BigQueryServices services, Duration interval) {
    this.project = project;
    this.services = services;
    this.interval = interval;
  }

  @Override
  public <T extends Record> void append(PCollection<T> rows, TableSpec<T> table) {
    if (table.partition().isEmpty()) {
      throw new IllegalArgumentException(table.id() + " is not partitioned");
    }
    Class<T> type = table.type();
    rows.apply(
            "Append " + table.id(),
            BigQueryIO.<T>write()
                .to(BigQueryTables.published(project, table))
                .withSchema(BigQueryTables.schema(table))
                .withAvroFormatFunction(r -> AvroRows.of(type).toAvro(r.getElement()))
                .withAvroSchemaFactory(schema -> AvroRows.of(type).schema())
                .withMethod(BigQueryIO.Write.Method.STORAGE_WRITE_API)
                .withTriggeringFrequency(interval)
                .withAutoSharding()
                .withCreateDisposition(CreateDisposition.CREATE_NEVER)
                .withWriteDisposition(WriteDisposition.WRITE_APPEND)
                .withTestServices(services)
                .withoutValidation())
        .getFailedStorageApiInserts()
        .apply("Refused by " + table.id(), ParDo.of(new CountRefused(table.id())));
  }
}
