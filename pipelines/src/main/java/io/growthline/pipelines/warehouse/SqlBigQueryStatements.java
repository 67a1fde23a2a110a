package io.growthline.pipelines.warehouse;

import com.google.api.services.bigquery.model.TableReference;
import io.growthline.domain.contract.BigQueryDdl;
import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.contract.TableSpec;
import io.growthline.warehouse.SqlWarehouse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Statements in GoogleSQL; removing whole partitions and setting options bill no bytes. */
final class SqlBigQueryStatements implements BigQueryStatements {
  private final Supplier<SqlWarehouse> warehouse;
  private final Consumer<String> changes;

  /**
   * @param warehouse runs SELECT statements
   * @param changes runs a statement that changes a table, which {@code warehouse} refuses
   */
  SqlBigQueryStatements(Supplier<SqlWarehouse> warehouse, Consumer<String> changes) {
    this.warehouse = warehouse;
    this.changes = changes;
  }

  @Override
  public Set<LocalDate> withRows(TableReference table, TableSpec<?> contract) {
    try (SqlWarehouse sql = warehouse.get()) {
      return sql
          .query(
              "SELECT DISTINCT %s FROM %s AS staged"
                  .formatted(day(contract), contract.allRowsOf(id(table))),
              Map.of())
          .rows()
          .stream()
          .map(row -> (LocalDate) row.get(0))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Override
  public void delete(TableReference table, TableSpec<?> contract, Set<LocalDate> days) {
    String list =
        days.stream().sorted().map(day -> "DATE '" + day + "'").collect(Collectors.joining(", "));
    changes.accept("DELETE FROM %s WHERE %s IN (%s)".formatted(id(table), day(contract), list));
  }

  @Override
  public void restore(TableReference table, TableSettings settings, TableSettings found) {
    List<String> options = new ArrayList<>();
    if (found.expirationTime() != null) {
      options.add("expiration_timestamp = NULL");
    }
    if (settings.requirePartitionFilter() != found.requirePartitionFilter()) {
      options.add("require_partition_filter = " + settings.requirePartitionFilter());
    }
    String description = settings.description();
    if (!Objects.equals(description, found.description())) {
      options.add(
          "description = " + (description == null ? "NULL" : BigQueryDdl.literal(description)));
    }
    if (!options.isEmpty()) {
      changes.accept(
          "ALTER TABLE %s SET OPTIONS (%s)".formatted(id(table), String.join(", ", options)));
    }
  }

  private static String id(TableReference table) {
    return table.getDatasetId() + "." + table.getTableId();
  }

  private static String day(TableSpec<?> contract) {
    String column = contract.partition().orElseThrow();
    ColumnType type = contract.columns().get(contract.indexOf(column)).type();
    return type == ColumnType.DATE ? column : "DATE(" + column + ")";
  }
}
