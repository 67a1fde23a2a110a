package io.growthline.pipelines.warehouse;

import org.apache.beam.sdk.io.gcp.bigquery.BigQueryStorageApiInsertError;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says which table refuses rows; the next batch run reads them from their files again. */
final class CountRefused extends DoFn<BigQueryStorageApiInsertError, Void> {
  private static final Logger LOG = LoggerFactory.getLogger(CountRefused.class);

  private final String table;

  CountRefused(String table) {
    this.table = table;
  }

  @ProcessElement
  public void process(@Element BigQueryStorageApiInsertError refused) {
    Metrics.counter("ingest", "refused/" + table).inc();
    // BigQuery's own message may quote values of the row.
    LOG.error(
        "{} refused a row. Apply the Terraform schemas; the next batch run writes the row.", table);
  }
}
