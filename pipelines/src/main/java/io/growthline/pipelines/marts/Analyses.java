package io.growthline.pipelines.marts;

import io.growthline.domain.catalogue.Marts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.mart.AnalysisMart;
import io.growthline.domain.mart.TableReader;
import io.growthline.pipelines.stage.StageOptions;
import io.growthline.pipelines.warehouse.WarehouseWriter;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.warehouse.SqlWarehouse;
import java.time.LocalDate;

/** Works analyses out from the tables that have just been published. */
final class Analyses {
  private Analyses() {}

  static void stage(StageOptions options, LocalDate asOf, WarehouseWriter writer) {
    try (SqlWarehouse warehouse = Warehouses.sql(options)) {
      TableReader tables = new SqlTables(warehouse);
      for (AnalysisMart<?> mart : Marts.ANALYSES) {
        stage(mart, tables, asOf, writer);
      }
    }
  }

  private static <R extends Record> void stage(
      AnalysisMart<R> mart, TableReader tables, LocalDate asOf, WarehouseWriter writer) {
    writer.stageRows(mart.rows(tables, asOf), TableSpec.of(mart.table()));
  }
}
