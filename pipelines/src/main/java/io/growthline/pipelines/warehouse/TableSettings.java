package io.growthline.pipelines.warehouse;

import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.api.services.bigquery.model.TableFieldSchema.PolicyTags;
import com.google.api.services.bigquery.model.TableSchema;
import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.TableSpec;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryServices.DatasetService;

/**
 * What Terraform puts on a table beyond what its contract says of columns and layout, and what no
 * publication may lose.
 *
 * @param policyTags by column; columns without one are absent
 * @param requirePartitionFilter whether statements must say which partitions they want
 * @param description null when there is none
 * @param expirationTime milliseconds since 1970; null for tables that stay, as published ones must
 */
record TableSettings(
    Map<String, List<String>> policyTags,
    boolean requirePartitionFilter,
    String description,
    Long expirationTime) {

  /**
   * Settings of the published table.
   *
   * @throws IllegalStateException when it does not exist
   */
  static TableSettings of(String project, TableSpec<?> contract, DatasetService datasets)
      throws IOException, InterruptedException {
    Table table = datasets.getTable(BigQueryTables.published(project, contract));
    if (table == null) {
      throw new IllegalStateException(
          "There is no table " + contract.id() + " in bq://" + project + ": apply the Terraform");
    }
    return of(table);
  }

  static TableSettings of(Table table) {
    Map<String, List<String>> tags = new TreeMap<>();
    if (table.getSchema() != null) {
      for (TableFieldSchema field : table.getSchema().getFields()) {
        PolicyTags tagged = field.getPolicyTags();
        if (tagged != null && tagged.getNames() != null && !tagged.getNames().isEmpty()) {
          tags.put(field.getName(), List.copyOf(tagged.getNames()));
        }
      }
    }
    return new TableSettings(
        tags,
        Boolean.TRUE.equals(table.getRequirePartitionFilter()),
        table.getDescription(),
        table.getExpirationTime());
  }

  /** Puts these settings, but no expiration, on a table that is to replace the one they are of. */
  Table putOn(Table table) {
    tag(table.getSchema(), policyTags);
    return table
        .setRequirePartitionFilter(requirePartitionFilter ? true : null)
        .setDescription(description);
  }

  /** Puts policy tags, by column, on a schema. */
  static void tag(TableSchema schema, Map<String, List<String>> policyTags) {
    for (TableFieldSchema field : schema.getFields()) {
      List<String> tags = policyTags.get(field.getName());
      if (tags != null) {
        field.setPolicyTags(new PolicyTags().setNames(tags));
      }
    }
  }

  /** Columns with personal data that nothing protects. */
  List<String> untagged(TableSpec<?> contract) {
    return contract.columns().stream()
        .filter(ColumnSpec::pii)
        .map(ColumnSpec::name)
        .filter(column -> !policyTags.containsKey(column))
        .toList();
  }

  /** Names of settings that are not what they were. */
  List<String> changedIn(TableSettings after) {
    TreeSet<String> changed = new TreeSet<>();
    policyTags.forEach(
        (column, tags) -> {
          if (!tags.equals(after.policyTags.get(column))) {
            changed.add("policy tag of " + column);
          }
        });
    if (requirePartitionFilter != after.requirePartitionFilter) {
      changed.add("partition filter");
    }
    if (!Objects.equals(description, after.description)) {
      changed.add("description");
    }
    if (after.expirationTime != null) {
      changed.add("expiration");
    }
    return List.copyOf(changed);
  }
}
