package io.growthline.pipelines.score;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.Customer360Profile;
import io.growthline.domain.feature.CustomerFeaturesLatest;
import io.growthline.domain.growth.FctActivation;
import io.growthline.domain.scoring.CustomerScore;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.domain.scoring.Models;
import io.growthline.domain.scoring.ScoreReason;
import io.growthline.pipelines.models.FileSystemsModelStore;
import io.growthline.pipelines.stage.AsOf;
import io.growthline.pipelines.stage.StageMain;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.warehouse.StagingRun;
import io.growthline.pipelines.warehouse.WarehouseReader;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.transforms.RecordCoder;
import io.growthline.transforms.scoring.ModelSource;
import io.growthline.transforms.scoring.ScoreCustomers;
import io.growthline.transforms.scoring.ScoringRow;
import io.growthline.transforms.scoring.SelectNewAccounts;
import io.growthline.warehouse.SqlWarehouse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * Scores customers with the models in use. Without a model its scores are absent, and the notes say
 * so.
 */
public final class ScorePipeline {
  private ScorePipeline() {}

  public static void main(String[] args) {
    StageMain.run(args, ScoreOptions.class, ScorePipeline::run);
  }

  /** Publishes {@code scores.customer_scores} and {@code scores.score_reasons}. */
  public static StageResult run(ScoreOptions options) {
    Optional<LocalDate> asOf;
    try (SqlWarehouse warehouse = Warehouses.sql(options)) {
      asOf = AsOf.ofMarts(options, warehouse);
    }
    if (asOf.isEmpty()) {
      return StageResult.succeeded(Map.of(), List.of("Nobody was scored: the marts are empty."));
    }
    FileSystemsModelStore store = new FileSystemsModelStore(options.getModels());
    ModelRegistry registry = new ModelRegistry(store);
    Pipeline pipeline = Pipeline.create(options);
    WarehouseReader reader = Warehouses.reader(options);
    List<String> notes = new ArrayList<>();
    List<PCollectionTuple> scored = new ArrayList<>();
    for (String model : Models.ALL) {
      Optional<String> version = registry.activeVersion(model);
      if (version.isEmpty()) {
        notes.add("No " + model + " model is in use, so " + model + " scores are absent.");
        continue;
      }
      scored.add(
          candidates(model, pipeline, reader, asOf.get())
              .apply(
                  "Score_" + model,
                  ScoreCustomers.with(source(store, model, version.get()), asOf.get())));
    }
    StagingRun staging = StagingRun.of("score", options);
    staging.writer().stage(scores(pipeline, scored), TableSpec.of(CustomerScore.class));
    staging.writer().stage(reasons(pipeline, scored), TableSpec.of(ScoreReason.class));
    return StageResult.succeeded(staging.publish(pipeline), notes);
  }

  private static ModelSource source(FileSystemsModelStore store, String model, String version) {
    return () -> new ModelRegistry(store).load(model, version);
  }

  private static PCollection<ScoringRow> candidates(
      String model, Pipeline pipeline, WarehouseReader reader, LocalDate asOf) {
    if (model.equals(Models.CHURN)) {
      return reader
          .read(pipeline, TableSpec.of(CustomerFeaturesLatest.class))
          .apply("TakeChurnInputs", ScoringRows.ofFeatures());
    }
    return reader
        .read(pipeline, TableSpec.of(FctActivation.class))
        .apply("SelectNewAccounts", SelectNewAccounts.asOf(asOf))
        .apply(
            "TakeActivationInputs",
            ScoringRows.ofAccounts(reader.read(pipeline, TableSpec.of(Customer360Profile.class))));
  }

  private static PCollection<CustomerScore> scores(
      Pipeline pipeline, List<PCollectionTuple> scored) {
    PCollection<CustomerScore> none =
        pipeline.apply("NoScores", Create.empty(RecordCoder.of(CustomerScore.class)));
    PCollectionList<CustomerScore> all = PCollectionList.of(none);
    for (PCollectionTuple tuple : scored) {
      all = all.and(tuple.get(ScoreCustomers.SCORES));
    }
    return all.apply("AllScores", Flatten.pCollections());
  }

  private static PCollection<ScoreReason> reasons(
      Pipeline pipeline, List<PCollectionTuple> scored) {
    PCollection<ScoreReason> none =
        pipeline.apply("NoReasons", Create.empty(RecordCoder.of(ScoreReason.class)));
    PCollectionList<ScoreReason> all = PCollectionList.of(none);
    for (PCollectionTuple tuple : scored) {
      all = all.and(tuple.get(ScoreCustomers.REASONS));
    }
    return all.apply("AllReasons", Flatten.pCollections());
  }
}
