package io.growthline.pipelines.warehouse;

import com.google.auth.Credentials;
import com.google.cloud.bigquery.BigQuery;
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
}
