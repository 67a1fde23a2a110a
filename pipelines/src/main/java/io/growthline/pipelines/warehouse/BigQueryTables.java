package io.growthline.pipelines.warehouse;

import com.google.api.services.bigquery.model.Clustering;
import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.api.services.bigquery.model.TableReference;
import com.google.api.services.bigquery.model.TableSchema;
import com.google.api.services.bigquery.model.TimePartitioning;
import io.growthline.domain.contract.BigQuerySchema;
import io.growthline.domain.contract.TableSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What BigQuery calls the tables of the contracts, and how it lays them out. */
final class BigQueryTables {
  /** Dataset of tables that are not published yet; Terraform gives it an expiration. */
  static final String STAGING = "staging";

  /** Longer than any run; removes what a crashed driver left behind. */
  static final Duration STAGED_FOR = Duration.ofDays(3);

  private BigQueryTables() {}

  static TableReference published(String project, TableSpec<?> table) {
    return new TableReference()
        .setProjectId(project)
        .setDatasetId(table.dataset())
        .setTableId(table.name());
  }

  static TableReference staged(String project, TableSpec<?> table, String runId) {
    String run = runId.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
    return new TableReference()
        .setProjectId(project)
        .setDatasetId(STAGING)
        .setTableId(table.dataset() + "_" + table.name() + "_" + run);
  }

  /**
   * A new, empty staged table that BigQuery removes by itself when nobody else does.
   *
   * @param published the table that it will replace, whose settings it takes over
   */
  static Table newStaged(
      String project, TableSpec<?> table, String runId, TableSettings published, Instant now) {
    return published.putOn(
        new Table()
            .setTableReference(staged(project, table, runId))
            .setSchema(schema(table))
            .setTimePartitioning(partitioning(table).orElse(null))
            .setClustering(clustering(table).orElse(null))
            .setExpirationTime(now.plus(STAGED_FOR).toEpochMilli()));
  }

  static TableSchema schema(TableSpec<?> table) {
    List<TableFieldSchema> fields =
        table.columns().stream()
            .map(
                c ->
                    new TableFieldSchema()
                        .setName(c.name())
                        .setType(c.type().name())
                        .setMode(c.nullable() ? "NULLABLE" : "REQUIRED")
                        .setDescription(BigQuerySchema.description(c)))
            .toList();
    return new TableSchema().setFields(fields);
  }

  static Optional<TimePartitioning> partitioning(TableSpec<?> table) {
    return table.partition().map(c -> new TimePartitioning().setType("DAY").setField(c));
  }

  static Optional<Clustering> clustering(TableSpec<?> table) {
    return table.cluster().isEmpty()
        ? Optional.empty()
        : Optional.of(new Clustering().setFields(table.cluster()));
  }
}
