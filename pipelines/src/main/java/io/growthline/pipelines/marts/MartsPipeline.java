package io.growthline.pipelines.marts;

import io.growthline.domain.Sha256;
import io.growthline.domain.catalogue.Marts;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.CustomerGroups;
import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.experiment.ExperimentDeclarations;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.monitoring.MartGroup;
import io.growthline.pipelines.stage.AsOf;
import io.growthline.pipelines.stage.CodeFingerprint;
import io.growthline.pipelines.stage.StageMain;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.stage.TemplateStep;
import io.growthline.pipelines.stage.UsageException;
import io.growthline.pipelines.warehouse.StagingRun;
import io.growthline.pipelines.warehouse.WarehouseReader;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.transforms.RecordCoder;
import io.growthline.transforms.ShuffleBlocks;
import io.growthline.transforms.block.BlockCoder;
import io.growthline.transforms.block.Buckets;
import io.growthline.transforms.mart.BuildMarts;
import io.growthline.transforms.mart.MartPlan;
import io.growthline.transforms.mart.MartSet;
import io.growthline.warehouse.SqlWarehouse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/** Builds the marts from the raw tables: one customer at a time, after one shuffle by customer. */
public final class MartsPipeline {
  private static final long ROWS_PER_BUCKET = 200_000;
  private static final int FEWEST_BUCKETS = 8;

  private MartsPipeline() {}

  public static void main(String[] args) {
    StageMain.run(args, MartsOptions.class, MartsPipeline::run);
  }

  /**
   * Builds the marts of the customers whose raw rows have changed, and publishes all tables, empty
   * ones too. Another day, other code or {@code --rebuild} builds those of all customers.
   */
  public static StageResult run(MartsOptions options) {
    MartPlan plan;
    ExperimentDeclarations experiments;
    Buckets buckets;
    List<String> notes = new ArrayList<>();
    try (SqlWarehouse tables = Warehouses.sql(options)) {
      LocalDate asOf = asOf(options, tables);
      Currencies currencies = Currencies.known(tables, asOf);
      experiments = DeclaredExperiments.of(options, tables);
      plan = plan(options, tables, asOf, currencies.reporting(), experiments);
      notes.addAll(AsOf.notes(options, tables, asOf));
      notes.addAll(currencies.notes());
      buckets = buckets(options, plan, tables);
    }
    if (plan.changed().isEmpty()) {
      notes.add("The marts are up to date as of " + plan.asOf() + ".");
      return StageResult.succeeded(Map.of(), notes);
    }
    Pipeline pipeline = Pipeline.create(options);
    WarehouseReader reader = Warehouses.reader(options);
    StagingRun staging = StagingRun.of("marts", options);

    PCollection<KV<String, byte[]>> marts =
        reader
            .readPacked(pipeline, Contracts.RAW, plan.packing(buckets))
            .apply("Shuffle once by customer", new ShuffleBlocks())
            .apply(
                "Build marts",
                BuildMarts.of(
                    MartSet.with(experiments),
                    plan,
                    keptRows(plan, pipeline, reader),
                    keptGroups(plan, pipeline, reader)));
    staging.writer().stage(marts, BuildMarts.tables());

    if (!staging.finish(pipeline)) {
      return StageResult.succeeded(Map.of(), List.of());
    }
    Map<String, Long> rows =
        staging.publish(
            // Groups count as built when the analyses are done too.
            List.of(TableSpec.of(MartGroup.class)),
            () -> Analyses.stage(options, plan.asOf(), staging.writer()));
    notes.addAll(notes(plan, rows));
    return StageResult.succeeded(rows, notes);
  }

  private static LocalDate asOf(MartsOptions options, SqlWarehouse tables) {
    return AsOf.ofEvents(options, tables)
        .orElseThrow(
            () ->
                new UsageException(
                    "No raw events in "
                        + options.getWarehouse()
                        + ": run ingest first, or pass --asOf"));
  }

  private static MartPlan plan(
      MartsOptions options,
      SqlWarehouse tables,
      LocalDate asOf,
      ReportingCurrency currency,
      ExperimentDeclarations experiments) {
    // Other rates make other amounts, and other experiments other totals, of all customers.
    String code =
        CodeFingerprint.of(List.of(CustomerAsOf.class, BuildMarts.class))
            + new Sha256().add(currency.toString()).add("\0").add(experiments.yaml()).hex(8);
    // A template must start a job, also when nothing has changed.
    return options.isRebuild() || TemplateStep.of(options) != TemplateStep.RUN
        ? MartsPlan.everything(asOf, tables, code, currency)
        : MartsPlan.of(asOf, tables, code, currency);
  }

  private static Buckets buckets(MartsOptions options, MartPlan plan, SqlWarehouse tables) {
    if (options.getBuckets() > 0) {
      return new Buckets(options.getBuckets());
    }
    String sql = "SELECT COALESCE(SUM(written), 0) FROM monitoring.source_accounts";
    long written = ((Number) tables.query(sql, Map.of()).rows().get(0).get(0)).longValue();
    long built = written * plan.changed().size() / CustomerGroups.all().size();
    return Buckets.holding(built, ROWS_PER_BUCKET, FEWEST_BUCKETS);
  }

  private static PCollection<KV<String, byte[]>> keptRows(
      MartPlan plan, Pipeline pipeline, WarehouseReader reader) {
    return plan.isPartial()
        ? reader.readPacked(pipeline, MartPlan.kept(), plan.keeping())
        : pipeline.apply(
            "No rows are kept", Create.empty(KvCoder.of(StringUtf8Coder.of(), BlockCoder.of())));
  }

  private static PCollection<MartGroup> keptGroups(
      MartPlan plan, Pipeline pipeline, WarehouseReader reader) {
    return plan.isPartial()
        ? reader
            .read(pipeline, TableSpec.of(MartGroup.class))
            .apply(
                "Unchanged groups",
                Filter.by(group -> !plan.changed().containsKey((int) group.customerGroup())))
        : pipeline.apply("No groups are kept", Create.empty(RecordCoder.of(MartGroup.class)));
  }

  private static List<String> notes(MartPlan plan, Map<String, Long> rows) {
    List<String> notes = new ArrayList<>();
    Marts.all()
        .forEach(
            mart -> {
              String table = TableSpec.of(mart.table()).id();
              if (rows.getOrDefault(table, 0L) == 0) {
                notes.add(table + " is empty: " + mart.emptyBecause());
              }
            });
    if (plan.isPartial()) {
      notes.add(
          "Built again for %d of %d groups of customers, those with changed raw rows."
              .formatted(plan.changed().size(), CustomerGroups.all().size()));
    }
    return notes;
  }
}
