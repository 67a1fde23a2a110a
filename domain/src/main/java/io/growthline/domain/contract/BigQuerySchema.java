package io.growthline.domain.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes contracts in the JSON that BigQuery and Terraform read. */
public final class BigQuerySchema {
  private static final ObjectMapper JSON = new ObjectMapper();

  private BigQuerySchema() {}

  /** The columns of a table as a BigQuery schema array. */
  public static String columns(TableSpec<?> table) {
    ArrayNode columns = JSON.createArrayNode();
    for (ColumnSpec column : table.columns()) {
      columns
          .addObject()
          .put("name", column.name())
          .put("type", column.type().name())
          .put("mode", column.nullable() ? "NULLABLE" : "REQUIRED")
          .put("description", description(column));
    }
    return text(columns);
  }

  /**
   * What a schema array cannot say: description, day partition, freshness, clustering and the
   * columns with personal data of every table.
   */
  public static String tables(List<? extends TableSpec<?>> tables) {
    ArrayNode list = JSON.createArrayNode();
    for (TableSpec<?> table : tables) {
      ObjectNode node =
          list.addObject()
              .put("dataset", table.dataset())
              .put("table", table.name())
              .put("description", table.description())
              .put("schema", table.dataset() + "/" + table.name() + ".json")
              .put("partition_column", table.partition().orElse(null))
              .put("require_partition_filter", table.requiresPartitionFilter());
      table
          .keepDays()
          .ifPresentOrElse(days -> node.put("keep_days", days), () -> node.putNull("keep_days"));
      table
          .freshDays()
          .ifPresentOrElse(days -> node.put("fresh_days", days), () -> node.putNull("fresh_days"));
      table.cluster().forEach(node.putArray("clustering")::add);
      ArrayNode pii = node.putArray("pii_columns");
      table.columns().stream().filter(ColumnSpec::pii).forEach(c -> pii.add(c.name()));
    }
    return text(list);
  }

  /** What people read of a column in BigQuery: its meaning and its unit. */
  public static String description(ColumnSpec column) {
    return column.description() + (column.unit().isEmpty() ? "" : " Unit: " + column.unit() + ".");
  }

  private static String text(ArrayNode node) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    try {
      return JSON.writer(
                  new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
              .writeValueAsString(node)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write a BigQuery schema", e);
    }
  }
}
