package io.growthline.pipelines.score;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.money.Money;
import io.growthline.domain.scoring.CustomerScore;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.domain.scoring.ModelSpec;
import io.growthline.domain.scoring.ModelStage;
import io.growthline.domain.scoring.Models;
import io.growthline.domain.scoring.ScoreReason;
import io.growthline.domain.scoring.ShadowScore;
import io.growthline.pipelines.models.FileSystemsStore;
import io.growthline.pipelines.stage.AsOf;
import io.growthline.pipelines.stage.StageMain;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.warehouse.StagingRun;
import io.growthline.pipelines.warehouse.WarehouseReader;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.transforms.RecordCoder;
import io.growthline.transforms.scoring.ScoreCustomers;
import io.growthline.transforms.scoring.ScoringRow;
import io.growthline.transforms.scoring.SelectCandidates;
import io.growthline.warehouse.PublishedMoney;
import io.growthline.warehouse.SqlWarehouse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Scores customers with the models in production, and beside them with versions in shadow. Without
 * a version in production the scores of a model are absent, and the notes say so.
 */
public final class ScorePipeline {
  private final FileSystemsStore store;
  private final ModelRegistry registry;
  private final WarehouseReader reader;
  private final LocalDate asOf;
  private final Money money;
  private final List<PCollectionTuple> production = new ArrayList<>();
  private final List<PCollectionTuple> shadow = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private ScorePipeline(ScoreOptions options, LocalDate asOf, Money money) {
    this.store = new FileSystemsStore(options.getModels());
    this.registry = new ModelRegistry(store);
    this.reader = Warehouses.reader(options);
    this.asOf = asOf;
    this.money = money;
  }

  public static void main(String[] args) {
    StageMain.run(args, ScoreOptions.class, ScorePipeline::run);
  }

  /** Publishes the tables of dataset {@code scores}. */
  public static StageResult run(ScoreOptions options) {
    Optional<LocalDate> asOf;
    Money money;
    try (SqlWarehouse warehouse = Warehouses.sql(options)) {
      asOf = AsOf.ofMarts(options, warehouse);
      money = PublishedMoney.of(warehouse);
    }
    if (asOf.isEmpty()) {
      return StageResult.succeeded(Map.of(), List.of("Nobody was scored: the marts are empty."));
    }
    Pipeline pipeline = Pipeline.create(options);
    StagingRun staging = StagingRun.of("score", options);
    ScorePipeline scoring = new ScorePipeline(options, asOf.get(), money);
    Models.ALL.forEach(model -> scoring.score(pipeline, model));
    scoring.stage(pipeline, staging);
    return StageResult.succeeded(staging.publish(pipeline), scoring.notes);
  }

  private <C extends Record> void score(Pipeline pipeline, ModelSpec<?, C> model) {
    String name = model.name();
    Optional<String> inProduction = registry.production(name);
    List<String> inShadow = registry.versions(name, ModelStage.SHADOW);
    if (inProduction.isEmpty()) {
      notes.add("No " + name + " model is in use, so " + name + " scores are absent.");
    }
    if (inProduction.isEmpty() && inShadow.isEmpty()) {
      return;
    }
    PCollection<ScoringRow> rows =
        reader
            .read(pipeline, model.latest().table())
            .apply("Select " + name + " candidates", SelectCandidates.of(model, asOf))
            .apply("Take " + name + " inputs", TakeInputs.of(model.latest(), pipeline, reader));
    inProduction.ifPresent(
        version -> production.add(rows.apply("Score " + name, with(name, version))));
    inShadow.forEach(
        version ->
            shadow.add(rows.apply("Score " + name + " with " + version, with(name, version))));
  }

  private ScoreCustomers with(String model, String version) {
    FileSystemsStore models = store;
    Money reporting = money;
    return ScoreCustomers.with(
        () -> new ModelRegistry(models).load(model, version).in(reporting), asOf);
  }

  private void stage(Pipeline pipeline, StagingRun staging) {
    staging
        .writer()
        .stage(scores(pipeline, "scores", production), TableSpec.of(CustomerScore.class));
    staging.writer().stage(reasons(pipeline), TableSpec.of(ScoreReason.class));
    staging
        .writer()
        .stage(
            scores(pipeline, "shadow scores", shadow)
                .apply(
                    "Mark as shadow",
                    MapElements.into(TypeDescriptor.of(ShadowScore.class)).via(ShadowScore::of)),
            TableSpec.of(ShadowScore.class));
  }

  private static PCollection<CustomerScore> scores(
      Pipeline pipeline, String what, List<PCollectionTuple> scored) {
    PCollectionList<CustomerScore> all =
        PCollectionList.of(
            pipeline.apply("No " + what, Create.empty(RecordCoder.of(CustomerScore.class))));
    for (PCollectionTuple tuple : scored) {
      all = all.and(tuple.get(ScoreCustomers.SCORES));
    }
    return all.apply("All " + what, Flatten.pCollections());
  }

  private PCollection<ScoreReason> reasons(Pipeline pipeline) {
    PCollectionList<ScoreReason> all =
        PCollectionList.of(
            pipeline.apply("No reasons", Create.empty(RecordCoder.of(ScoreReason.class))));
    for (PCollectionTuple tuple : production) {
      all = all.and(tuple.get(ScoreCustomers.REASONS));
    }
    return all.apply("All reasons", Flatten.pCollections());
  }
}
