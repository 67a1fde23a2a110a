package io.growthline.pipelines.warehouse;

import com.google.api.services.bigquery.model.TableSchema;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import java.util.List;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryHelpers;
import org.apache.beam.sdk.io.gcp.bigquery.DynamicDestinations;
import org.apache.beam.sdk.io.gcp.bigquery.TableDestination;
import org.apache.beam.sdk.values.ValueInSingleWindow;

/**
 * The staged table of each row, by the id of its table. The worker looks up schemas: this is part
 * of ten steps of the job, and all schemas would be most of its bytes.
 */
final class StagedTables extends DynamicDestinations<Record, String> {
  private final String project;
  private final String runId;
  private final TreeMap<String, TreeMap<String, List<String>>> policyTags = new TreeMap<>();

  StagedTables(String project, String runId) {
    this.project = project;
    this.runId = runId;
  }

  /** Has rows of a table staged with the policy tags of the published one. */
  void add(TableSpec<?> table, TableSettings published) {
    if (!published.policyTags().isEmpty()) {
      policyTags.put(table.id(), new TreeMap<>(published.policyTags()));
    }
  }

  @Override
  public String getDestination(ValueInSingleWindow<Record> row) {
    return TableSpec.of(row.getValue().getClass()).id();
  }

  @Override
  public Coder<String> getDestinationCoder() {
    return StringUtf8Coder.of();
  }

  @Override
  public TableDestination getTable(String id) {
    TableSpec<?> table = contract(id);
    return new TableDestination(
        BigQueryHelpers.toTableSpec(BigQueryTables.staged(project, table, runId)),
        null,
        BigQueryTables.partitioning(table).orElse(null),
        BigQueryTables.clustering(table).orElse(null));
  }

  @Override
  public TableSchema getSchema(String id) {
    TableSchema schema = BigQueryTables.schema(contract(id));
    TableSettings.tag(schema, policyTags.getOrDefault(id, new TreeMap<>()));
    return schema;
  }

  private static TableSpec<?> contract(String id) {
    return Contracts.find(id)
        .orElseThrow(() -> new IllegalStateException("There is no contract of " + id));
  }
}
