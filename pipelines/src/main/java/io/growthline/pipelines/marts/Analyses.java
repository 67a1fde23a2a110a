package io.growthline.pipelines.marts;

import io.growthline.domain.catalogue.Marts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.mart.AnalysisMart;
import io.growthline.domain.mart.TableReader;
import io.growthline.domain.metric.Publications;
import io.growthline.domain.monitoring.KpiPublication;
import io.growthline.domain.monitoring.Restatement;
import io.growthline.pipelines.stage.StageOptions;
import io.growthline.pipelines.warehouse.WarehouseWriter;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.warehouse.SqlWarehouse;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Works out from the tables that have just been published what comes from them. */
public final class Analyses {
  private Analyses() {}

  static void stage(StageOptions options, LocalDate asOf, WarehouseWriter writer) {
    try (SqlWarehouse warehouse = Warehouses.sql(options)) {
      TableReader tables = new SqlTables(warehouse);
      for (AnalysisMart<?> mart : Marts.ANALYSES) {
        stage(mart, tables, asOf, writer);
      }
      stagePublications(tables, options.getRunId(), asOf, writer);
    }
  }

  private static <R extends Record> void stage(
      AnalysisMart<R> mart, TableReader tables, LocalDate asOf, WarehouseWriter writer) {
    writer.stageRows(mart.rows(tables, asOf), TableSpec.of(mart.table()));
  }

  /**
   * Figures that were published differently before, and the figures of this run for the next. Both
   * become visible together, so a run that fails in between loses no restatement.
   */
  private static void stagePublications(
      TableReader tables, String runId, LocalDate asOf, WarehouseWriter writer) {
    List<KpiPublication> now = Publications.current(tables, runId, asOf);
    writer.stageRows(Publications.restatements(tables, now), TableSpec.of(Restatement.class));
    writer.stageRows(now, TableSpec.of(KpiPublication.class));
  }

  /** All tables that are staged. */
  public static List<TableSpec<?>> tables() {
    return Stream.concat(
            Marts.ANALYSES.stream().map(AnalysisMart::table),
            Stream.of(Restatement.class, KpiPublication.class))
        .<TableSpec<?>>map(TableSpec::of)
        .toList();
  }
}
