package io.growthline.pipelines.warehouse;

import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQueryOptions;
import io.growthline.pipelines.stage.StageOptions;
import io.growthline.warehouse.BigQuerySql;
import io.growthline.warehouse.DuckDbPublisher;
import io.growthline.warehouse.DuckDbSql;
import io.growthline.warehouse.SqlWarehouse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryServicesImpl;
import org.joda.time.Duration;

/** Chooses the warehouse adapters by the location: a directory, or {@code bq://PROJECT}. */
public final class Warehouses {
  private static final String BIGQUERY = "bq://";

  private Warehouses() {}

  public static WarehouseReader reader(StageOptions options) {
    String location = options.getWarehouse();
    return project(location)
        .<WarehouseReader>map(
            p -> {
              billTo(p, options);
              return new BigQueryWarehouseReader(p, new BigQueryServicesImpl());
            })
        .orElseGet(() -> new LocalWarehouseReader(directory(location)));
  }

  public static WarehouseWriter writer(StageOptions options) {
    String location = options.getWarehouse();
    return project(location)
        .<WarehouseWriter>map(
            p ->
                new BigQueryWarehouseWriter(
                    p,
                    options.getRunId(),
                    new BigQueryServicesImpl(),
                    options.as(org.apache.beam.sdk.io.gcp.bigquery.BigQueryOptions.class),
                    statements(p, options)))
        .orElseGet(() -> new LocalWarehouseWriter(directory(location), options.getRunId()));
  }

  /** Unless the options name another project, the one that holds the tables pays for exports. */
  private static void billTo(String project, StageOptions options) {
    org.apache.beam.sdk.io.gcp.bigquery.BigQueryOptions bigQuery =
        options.as(org.apache.beam.sdk.io.gcp.bigquery.BigQueryOptions.class);
    if (bigQuery.getBigQueryProject() == null && bigQuery.getProject() == null) {
      bigQuery.setBigQueryProject(project);
    }
  }

  static BigQueryStatements statements(String project, StageOptions options) {
    return new SqlBigQueryStatements(
        () -> sql(BigQueryClients.of(project, options), options),
        statement -> BigQueryClients.change(BigQueryClients.of(project, options), statement));
  }

  /**
   * @param interval how often rows become visible
   */
  public static WarehouseAppender appender(StageOptions options, Duration interval) {
    String location = options.getWarehouse();
    return project(location)
        .<WarehouseAppender>map(
            p -> new BigQueryWarehouseAppender(p, new BigQueryServicesImpl(), interval))
        .orElseGet(() -> new LocalWarehouseAppender(directory(location), interval));
  }

  /**
   * SQL on the tables as they are published when this is called, with the endpoint and the
   * credentials of the pipeline.
   */
  public static SqlWarehouse sql(StageOptions options) {
    return project(options.getWarehouse())
        .<SqlWarehouse>map(p -> sql(BigQueryClients.of(p, options), options))
        .orElseGet(() -> DuckDbSql.live(directory(options.getWarehouse())));
  }

  /** SQL on the tables as they are published when this is called. */
  public static SqlWarehouse sql(String warehouse) {
    return project(warehouse)
        .<SqlWarehouse>map(
            p ->
                new BigQuerySql(
                    BigQueryOptions.newBuilder().setProjectId(p).build().getService(),
                    BigQuerySql.DEFAULT_MAXIMUM_BYTES_BILLED))
        .orElseGet(() -> DuckDbSql.live(directory(warehouse)));
  }

  private static SqlWarehouse sql(BigQuery client, StageOptions options) {
    return new BigQuerySql(client, options.getMaximumBytesBilled());
  }

  /**
   * Removes what killed runs have staged in a directory. BigQuery forgets its staging tables
   * itself.
   *
   * @param killedRuns whether no run of that id is alive
   */
  public static void discardStaged(String warehouse, Predicate<String> killedRuns) {
    if (project(warehouse).isEmpty()) {
      LocalWarehouseWriter.discardStaged(directory(warehouse), killedRuns);
    }
  }

  /** Makes what is published available to queries and the API; BigQuery needs nothing for that. */
  public static void refreshQueries(String warehouse) {
    if (project(warehouse).isEmpty()) {
      DuckDbPublisher.publish(directory(warehouse));
    }
  }

  private static Optional<String> project(String location) {
    return location.startsWith(BIGQUERY)
        ? Optional.of(location.substring(BIGQUERY.length()))
        : Optional.empty();
  }

  private static Path directory(String location) {
    if (location.contains("://")) {
      throw new IllegalArgumentException(
          "--warehouse=" + location + " is neither a directory nor bq://PROJECT");
    }
    return Path.of(location);
  }
}
