package io.growthline.pipelines.monitor;

import io.growthline.domain.money.Money;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.pages.Tables;
import io.growthline.warehouse.Row;
import io.growthline.warehouse.SqlWarehouse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a report speaks of: the published tables, and the models in use. */
record ReportTables(SqlWarehouse warehouse, ModelRegistry registry, LocalDate asOf, Money money)
    implements Tables {
  @Override
  public List<Row> query(String sql, Map<String, ?> parameters) {
    SqlWarehouse.QueryResult result = warehouse.query(sql, parameters);
    return result.rows().stream().map(values -> new Row(result.columns(), values)).toList();
  }

  /** A report says the day, never the time, so the same run writes the same report. */
  @Override
  public Instant publishedAt() {
    return null;
  }
}
