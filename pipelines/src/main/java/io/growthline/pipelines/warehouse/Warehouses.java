package io.growthline.pipelines.warehouse;

import io.growthline.pipelines.stage.StageOptions;
import io.growthline.warehouse.DuckDbPublisher;
import io.growthline.warehouse.DuckDbSql;
import io.growthline.warehouse.SqlWarehouse;
import java.nio.file.Path;

/** Chooses the warehouse adapters by the location: a directory, or {@code bq://PROJECT}. */
public final class Warehouses {
  private Warehouses() {}

  public static WarehouseReader reader(StageOptions options) {
    return new LocalWarehouseReader(Path.of(options.getWarehouse()));
  }

  public static WarehouseWriter writer(StageOptions options) {
    return new LocalWarehouseWriter(Path.of(options.getWarehouse()), options.getRunId());
  }

  /** SQL on the tables as they are published when this is called. */
  public static SqlWarehouse sql(String warehouse) {
    return DuckDbSql.live(Path.of(warehouse));
  }

  /** Makes what is published available to queries and the API; BigQuery needs nothing for that. */
  public static void refreshQueries(String warehouse) {
    DuckDbPublisher.publish(Path.of(warehouse));
  }
}
