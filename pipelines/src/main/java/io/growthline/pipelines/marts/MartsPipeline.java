package io.growthline.pipelines.marts;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.CustomerGroups;
import io.growthline.domain.growth.MartTotals;
import io.growthline.pipelines.stage.AsOf;
import io.growthline.pipelines.stage.StageMain;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.stage.TemplateStep;
import io.growthline.pipelines.stage.UsageException;
import io.growthline.pipelines.warehouse.StagingRun;
import io.growthline.pipelines.warehouse.WarehouseReader;
import io.growthline.pipelines.warehouse.WarehouseWriter;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.transforms.TableTags;
import io.growthline.transforms.growth.CustomerMarts;
import io.growthline.warehouse.SqlWarehouse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

  /**
   * Builds the marts of the customers whose raw rows have changed, and publishes all tables, empty
   * ones too. Another day, other code or {@code --rebuild} builds those of all customers.
   */
  public static StageResult run(MartsOptions options) {
    MartsPlan plan = plan(options);
    if (plan.changed().isEmpty()) {
      return StageResult.succeeded(
          Map.of(), List.of("The marts are up to date as of " + plan.asOf() + "."));
    }
    int buckets = options.getBuckets() > 0 ? options.getBuckets() : DEFAULT_BUCKETS;
    Pipeline pipeline = Pipeline.create(options);
    WarehouseReader reader = Warehouses.reader(options);
    PCollectionTuple input = read(PCollectionTuple.empty(pipeline), reader, Contracts.RAW);
    if (plan.isPartial()) {
      input = read(input, reader, CustomerMarts.KEPT);
    }
    PCollectionTuple marts =
        input.apply(
            "Customer marts",
            CustomerMarts.knownAt(plan.asOf(), buckets, plan.changed(), plan.code()));
    StagingRun staging = StagingRun.of("marts", options);
    for (TableSpec<? extends Record> table : CustomerMarts.TABLES) {
      stage(staging.writer(), marts, table);
    }
    Map<String, Long> tables = staging.publish(pipeline);
    boolean launched = TemplateStep.of(options) == TemplateStep.LAUNCH;
    return StageResult.succeeded(tables, launched ? List.of() : notes(plan, tables));
  }

  private static MartsPlan plan(MartsOptions options) {
    String code = CodeFingerprint.of(List.of(MartTotals.class, CustomerMarts.class));
    try (SqlWarehouse tables = Warehouses.sql(options)) {
      LocalDate asOf =
          AsOf.ofEvents(options, tables)
              .orElseThrow(
                  () ->
                      new UsageException(
                          "No raw events in "
                              + options.getWarehouse()
                              + ": run ingest first, or pass --asOf"));
      MartsPlan plan = MartsPlan.of(asOf, tables, code);
      // A template must start a job, also when nothing has changed.
      boolean everything = options.isRebuild() || TemplateStep.of(options) != TemplateStep.RUN;
      return everything ? plan.everything(tables) : plan;
    }
  }

  private static List<String> notes(MartsPlan plan, Map<String, Long> tables) {
    List<String> notes = new ArrayList<>(EmptyTables.notes(tables));
    if (plan.isPartial()) {
      notes.add(
          "Built again for %d of %d groups of customers, those with changed raw rows."
              .formatted(plan.changed().size(), CustomerGroups.all().size()));
    }
    return notes;
  }

  private static PCollectionTuple read(
      PCollectionTuple input, WarehouseReader reader, List<TableSpec<? extends Record>> tables) {
    PCollectionTuple read = input;
    for (TableSpec<? extends Record> table : tables) {
      read = read(read, reader, table);
    }
    return read;
  }

  private static <T extends Record> PCollectionTuple read(
      PCollectionTuple input, WarehouseReader reader, TableSpec<T> table) {
    return input.and(TableTags.of(table), reader.read(input.getPipeline(), table));
  }

  private static <T extends Record> void stage(
      WarehouseWriter writer, PCollectionTuple marts, TableSpec<T> table) {
    writer.stage(marts.get(TableTags.of(table)), table);
  }
}
