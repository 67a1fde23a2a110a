package io.growthline.pipelines.decide;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.decision.ActionLog;
import io.growthline.domain.decision.ActionLogs;
import io.growthline.domain.decision.ActionPlan;
import io.growthline.domain.decision.ActionRejection;
import io.growthline.domain.decision.ChurnRuleAgreement;
import io.growthline.domain.decision.DecisionFiles;
import io.growthline.domain.decision.DecisionRules;
import io.growthline.domain.decision.PlanOutcome;
import io.growthline.domain.rule.RuleException;
import io.growthline.domain.scoring.CalibrationBin;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.domain.scoring.ModelStore;
import io.growthline.domain.scoring.Models;
import io.growthline.pipelines.models.FileSystemsStore;
import io.growthline.pipelines.stage.AsOf;
import io.growthline.pipelines.stage.StageMain;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.stage.TemplateStep;
import io.growthline.pipelines.stage.UsageException;
import io.growthline.pipelines.warehouse.StagingRun;
import io.growthline.pipelines.warehouse.WarehouseReader;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.transforms.ShuffleBlocks;
import io.growthline.transforms.TableTags;
import io.growthline.transforms.block.Buckets;
import io.growthline.transforms.decision.DecideCustomers;
import io.growthline.transforms.decision.Decider;
import io.growthline.transforms.decision.FollowPlans;
import io.growthline.transforms.decision.PackFollowed;
import io.growthline.warehouse.SqlWarehouse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;

/** Decides what to do for which customer, within budget, capacity and protection. */
public final class DecidePipeline {
  // Few rows a customer, so a bucket holds many customers.
  private static final Buckets BUCKETS = new Buckets(16);
  private static final TableSpec<ActionLog> LOG = TableSpec.of(ActionLog.class);
  private static final List<TableSpec<?>> INPUTS =
      Stream.concat(DecideCustomers.INPUTS.stream(), FollowPlans.INPUTS.stream())
          .<TableSpec<?>>map(table -> table)
          .distinct()
          .toList();

  private DecidePipeline() {}

  public static void main(String[] args) {
    StageMain.run(args, DecideOptions.class, DecidePipeline::run);
  }

  /**
   * Publishes the plan, who was left out and why, the totals, the curves, the log, and what came of
   * earlier plans.
   */
  public static StageResult run(DecideOptions options) {
    DecisionFiles files = files(options);
    String policy = policy(files);
    LocalDate asOf = asOf(options);
    Pipeline pipeline = Pipeline.create(options);
    WarehouseReader reader = Warehouses.reader(options);
    PCollection<KV<Integer, Iterable<byte[]>>> buckets =
        reader
            .readPacked(pipeline, INPUTS, new PackFollowed(BUCKETS))
            .apply("Shuffle once by customer", new ShuffleBlocks());
    PCollectionTuple decided =
        buckets.apply(
            "Decide customers",
            DecideCustomers.with(new Decider(files, asOf, calibration(options))));
    PCollection<ActionLog> log =
        PCollectionList.of(decided.get(TableTags.of(LOG)))
            .and(
                reader
                    .read(pipeline, LOG)
                    .apply(
                        "Keep other plans", Filter.by(row -> ActionLogs.isKept(row, policy, asOf))))
            .apply("Log of all plans", Flatten.pCollections());
    PCollection<PlanOutcome> outcomes = buckets.apply("Follow plans", FollowPlans.asOf(asOf));

    StagingRun staging = StagingRun.of("decide", options);
    for (TableSpec<?> table : DecideCustomers.TABLES) {
      if (!table.equals(LOG)) {
        stage(staging, decided, table);
      }
    }
    staging.writer().stage(log, LOG);
    staging.writer().stage(outcomes, TableSpec.of(PlanOutcome.class));
    Map<String, Long> tables = staging.publish(pipeline);
    return StageResult.succeeded(
        tables, TemplateStep.of(options) == TemplateStep.LAUNCH ? List.of() : notes(tables));
  }

  private static <R extends Record> void stage(
      StagingRun staging, PCollectionTuple decided, TableSpec<R> table) {
    staging.writer().stage(decided.get(TableTags.of(table)), table);
  }

  private static List<String> notes(Map<String, Long> tables) {
    long chosen = tables.getOrDefault(TableSpec.of(ActionPlan.class).id(), 0L);
    long rejected = tables.getOrDefault(TableSpec.of(ActionRejection.class).id(), 0L);
    List<String> notes = new ArrayList<>();
    if (chosen + rejected == 0) {
      notes.add("No plan was made: marts.customer_360_profile has no customers.");
    } else if (tables.getOrDefault(TableSpec.of(ChurnRuleAgreement.class).id(), 0L) == 0) {
      notes.add(
          "The plan assumes chances of leaving by churn_rules.yaml: scores.customer_scores has none of the model.");
    }
    return notes;
  }

  private static String policy(DecisionFiles files) {
    try {
      return DecisionRules.parse(files).policy().name();
    } catch (RuleException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private static LocalDate asOf(DecideOptions options) {
    if (options.getAsOf() != null) {
      return LocalDate.parse(options.getAsOf());
    }
    try (SqlWarehouse sql = Warehouses.sql(options)) {
      return AsOf.ofMarts(options, sql)
          .orElseThrow(
              () -> new UsageException("There are no marts; run marts first, or say --asOf."));
    }
  }

  private static DecisionFiles files(DecideOptions options) {
    DecisionFiles files = DecisionFiles.standard();
    String place = options.getDecisionRules();
    if (place == null) {
      return files;
    }
    ModelStore store = new FileSystemsStore(place);
    for (String name : DecisionFiles.NAMES) {
      Optional<String> yaml = text(store, name);
      if (yaml.isPresent()) {
        files = files.with(name, place + "/" + name, yaml.get());
      }
    }
    return files;
  }

  private static Optional<String> text(ModelStore store, String name) {
    return store.read(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private static List<CalibrationBin> calibration(DecideOptions options) {
    ModelRegistry registry = new ModelRegistry(new FileSystemsStore(options.getModels()));
    return registry
        .production(Models.CHURN)
        .map(version -> registry.calibration(Models.CHURN, version))
        .map(List::copyOf)
        .orElse(List.of());
  }
}
