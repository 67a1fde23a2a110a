package io.growthline.pipelines.train;

import io.growthline.domain.monitoring.GateRules;
import io.growthline.domain.scoring.Decision;
import io.growthline.domain.scoring.LabelledRow;
import io.growthline.domain.scoring.ModelMetadata;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.domain.scoring.ModelSpec;
import io.growthline.domain.scoring.ModelTrainer;
import io.growthline.domain.scoring.Models;
import io.growthline.domain.scoring.PromotionRule;
import io.growthline.domain.scoring.TrainedModel;
import io.growthline.domain.scoring.TrainingOutcome;
import io.growthline.domain.scoring.TrainingOutcome.Trained;
import io.growthline.domain.scoring.TrainingOutcome.Untrainable;
import io.growthline.pipelines.models.FileSystemsStore;
import io.growthline.pipelines.models.SqlRows;
import io.growthline.pipelines.stage.AsOf;
import io.growthline.pipelines.stage.StageMain;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.warehouse.SqlWarehouse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Trains the models on one machine from point-in-time snapshots. Training makes candidates; a rule
 * promotes those that pass their gates. A model that cannot be trained is reported, and the older
 * version stays in production.
 */
public final class TrainPipeline {
  private TrainPipeline() {}

  public static void main(String[] args) {
    StageMain.run(args, TrainOptions.class, TrainPipeline::run);
  }

  /** Trains every model; the notes say what became of each. */
  public static StageResult run(TrainOptions options) {
    ModelRegistry registry = new ModelRegistry(new FileSystemsStore(options.getModels()));
    PromotionRule promotion = new PromotionRule(registry, GateRules.standard());
    List<String> notes = new ArrayList<>();
    try (SqlWarehouse warehouse = Warehouses.sql(options)) {
      Optional<LocalDate> asOf = AsOf.ofMarts(options, warehouse);
      if (asOf.isEmpty()) {
        return StageResult.succeeded(
            Map.of(), List.of("No model was trained: the marts are empty."));
      }
      SqlRows rows = new SqlRows(warehouse);
      for (ModelSpec<?, ?> model : Models.ALL) {
        TrainingOutcome outcome = train(model, rows, asOf.get());
        notes.add(
            outcome instanceof Untrainable untrainable
                ? untrainable.reason()
                : keep(((Trained) outcome).model(), registry, promotion, options.getRunId()));
      }
    }
    return StageResult.succeeded(Map.of(), notes);
  }

  private static <H extends Record> TrainingOutcome train(
      ModelSpec<H, ?> model, SqlRows rows, LocalDate asOf) {
    String known = model.day() + " < @as_of AND " + model.label() + " IS NOT NULL";
    // Training needs time order; rows come in the order of their key.
    List<LabelledRow> labelled =
        rows.read(model.history().table(), known, Map.of("as_of", asOf)).stream()
            .sorted(Comparator.comparing(model::dayOf))
            .map(model::labelled)
            .toList();
    return new ModelTrainer(model.name(), model.history().names(), model.labelDays())
        .train(asOf, labelled);
  }

  private static String keep(
      TrainedModel model, ModelRegistry registry, PromotionRule promotion, String runId) {
    ModelMetadata metadata = model.metadata();
    registry.register(
        metadata.name(),
        metadata.version(),
        model.files(),
        new Decision("run " + runId, "Trained as of " + metadata.asOf() + ".", quality(metadata)));
    return promotion
        .apply(model, runId)
        .orElseGet(
            () ->
                "Model %s %s is in use: %s."
                    .formatted(metadata.name(), metadata.version(), quality(metadata)));
  }

  private static String quality(ModelMetadata metadata) {
    return String.format(
        Locale.ROOT,
        "AUC %.3f and Brier %.4f (base rate %.4f) on %d later rows",
        metadata.metrics().auc(),
        metadata.metrics().brier(),
        metadata.metrics().baselineBrier(),
        metadata.metrics().rows());
  }
}
