package io.growthline.pipelines.marts;

import io.growthline.domain.contract.RecordShape;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.mart.TableReader;
import io.growthline.pipelines.models.SqlRows;
import io.growthline.warehouse.SqlWarehouse;
import java.util.List;
import java.util.Map;

/** Published tables, as analyses read them. */
public final class SqlTables implements TableReader {
  private final SqlWarehouse warehouse;

  public SqlTables(SqlWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  @Override
  public <R extends Record> List<R> rows(TableSpec<R> table) {
    return new SqlRows(warehouse).read(table);
  }

  @Override
  public <R extends Record> List<R> select(Class<R> row, String sql, Map<String, ?> parameters) {
    RecordShape<R> shape = RecordShape.of(row);
    SqlWarehouse.QueryResult result = warehouse.query(sql, parameters);
    if (!result.columns().equals(shape.names())) {
      throw new IllegalArgumentException(
          "The statement gives %s, but %s has %s"
              .formatted(result.columns(), row.getSimpleName(), shape.names()));
    }
    return result.rows().stream().map(values -> shape.create(values.toArray())).toList();
  }
}
