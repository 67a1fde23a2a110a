package io.growthline.pipelines.marts;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.pipelines.stage.AsOf;
import io.growthline.pipelines.stage.StageMain;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.stage.UsageException;
import io.growthline.pipelines.warehouse.StagingRun;
import io.growthline.pipelines.warehouse.WarehouseReader;
import io.growthline.pipelines.warehouse.WarehouseWriter;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.transforms.TableTags;
import io.growthline.transforms.growth.CustomerMarts;
import io.growthline.warehouse.SqlWarehouse;
import java.time.LocalDate;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.PCollectionTuple;

/** Builds the marts from the raw tables: one timeline per customer, then every table from it. */
public final class MartsPipeline {
  private static final int DEFAULT_BUCKETS = 16;

  private MartsPipeline() {}

  public static void main(String[] args) {
    StageMain.run(args, MartsOptions.class, MartsPipeline::run);
  }

  /** Runs the stage and publishes all its tables, empty ones too. */
  public static StageResult run(MartsOptions options) {
    LocalDate asOf = asOf(options);
    int buckets = options.getBuckets() > 0 ? options.getBuckets() : DEFAULT_BUCKETS;
    Pipeline pipeline = Pipeline.create(options);
    PCollectionTuple raw = readRaw(pipeline, Warehouses.reader(options));
    PCollectionTuple marts = raw.apply("Customer marts", CustomerMarts.knownAt(asOf, buckets));
    WarehouseWriter writer = Warehouses.writer(options);
    for (TableSpec<? extends Record> table : CustomerMarts.TABLES) {
      stage(writer, marts, table);
    }
    StagingRun.toEnd(pipeline, writer);
    Map<String, Long> tables = writer.publish();
    return StageResult.succeeded(tables, EmptyTables.notes(tables));
  }

  private static LocalDate asOf(MartsOptions options) {
    try (SqlWarehouse tables = Warehouses.sql(options)) {
      return AsOf.ofEvents(options, tables)
          .orElseThrow(
              () ->
                  new UsageException(
                      "No raw events in "
                          + options.getWarehouse()
                          + ": run ingest first, or pass --asOf"));
    }
  }

  private static PCollectionTuple readRaw(Pipeline pipeline, WarehouseReader reader) {
    PCollectionTuple raw = PCollectionTuple.empty(pipeline);
    for (TableSpec<? extends Record> table : Contracts.RAW) {
      raw = read(pipeline, reader, raw, table);
    }
    return raw;
  }

  private static <T extends Record> PCollectionTuple read(
      Pipeline pipeline, WarehouseReader reader, PCollectionTuple raw, TableSpec<T> table) {
    return raw.and(TableTags.of(table), reader.read(pipeline, table));
  }

  private static <T extends Record> void stage(
      WarehouseWriter writer, PCollectionTuple marts, TableSpec<T> table) {
    writer.stage(marts.get(TableTags.of(table)), table);
  }
}
