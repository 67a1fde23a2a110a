package io.growthline.pipelines.warehouse;

import com.google.auth.Credentials;
import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQueryException;
import com.google.cloud.bigquery.JobException;
import com.google.cloud.bigquery.QueryJobConfiguration;
import org.apache.beam.sdk.extensions.gcp.options.GcpOptions;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryOptions;
import org.apache.beam.sdk.options.PipelineOptions;

/** Clients that reach BigQuery in the way that Beam's options say. */
final class BigQueryClients {
  private BigQueryClients() {}

  static BigQuery of(String project, PipelineOptions options) {
    com.google.cloud.bigquery.BigQueryOptions.Builder client =
        com.google.cloud.bigquery.BigQueryOptions.newBuilder().setProjectId(project);
    Credentials credentials = options.as(GcpOptions.class).getGcpCredential();
    if (credentials != null) {
      client.setCredentials(credentials);
    }
    String endpoint = options.as(BigQueryOptions.class).getBigQueryEndpoint();
    if (endpoint != null && !endpoint.isBlank()) {
      client.setHost(endpoint);
    }
    return client.build().getService();
  }

  /**
   * Runs a statement that changes a table, to its end.
   *
   * @throws IllegalStateException with what BigQuery said when it cannot be run
   */
  static void change(BigQuery client, String statement) {
    try {
      client.query(QueryJobConfiguration.newBuilder(statement).setUseLegacySql(false).build());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("A change of a table was interrupted", e);
    } catch (BigQueryException | JobException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
