package io.growthline.pipelines.models;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.TableSpec;
import io.growthline.warehouse.SqlWarehouse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads rows of contract tables through SQL, for work on one machine. */
public final class SqlRows {
  private final SqlWarehouse warehouse;

  public SqlRows(SqlWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  /** All rows in the order of the key, so that equal tables give equal lists. */
  public <T extends Record> List<T> read(TableSpec<T> table) {
    return read(table, "TRUE", Map.of());
  }

  /** The rows for which an SQL condition holds, in the order of the key. */
  public <T extends Record> List<T> read(
      TableSpec<T> table, String condition, Map<String, ?> parameters) {
    String columns =
        table.columns().stream().map(ColumnSpec::quoted).collect(Collectors.joining(", "));
    String sql =
        "SELECT %s FROM %s WHERE %s ORDER BY %s"
            .formatted(columns, table.id(), condition, table.quotedKey());
    return warehouse.query(sql, parameters).rows().stream()
        .map(row -> table.create(row.toArray()))
        .toList();
  }
}
