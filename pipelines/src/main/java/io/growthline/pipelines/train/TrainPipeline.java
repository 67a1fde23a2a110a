package io.growthline.pipelines.train;

import io.growthline.domain.feature.CustomerMonthFeatures;
import io.growthline.domain.growth.FctActivation;
import io.growthline.domain.scoring.LabelledRow;
import io.growthline.domain.scoring.ModelMetadata;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.domain.scoring.ModelTrainer;
import io.growthline.domain.scoring.Models;
import io.growthline.domain.scoring.TrainingOutcome;
import io.growthline.domain.scoring.TrainingOutcome.Trained;
import io.growthline.domain.scoring.TrainingOutcome.Untrainable;
import io.growthline.pipelines.models.FileSystemsModelStore;
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
 * Trains the models on one machine from point-in-time snapshots, and puts those that could be
 * trained in use. A model that cannot be trained is said so; an older version stays in use.
 */
public final class TrainPipeline {
  // Training needs time order; the table comes in the order of its key.
  private static final Comparator<FctActivation> BY_OPENING =
      Comparator.comparing(FctActivation::openedOn).thenComparing(FctActivation::customerId);

  private TrainPipeline() {}

  public static void main(String[] args) {
    StageMain.run(args, TrainOptions.class, TrainPipeline::run);
  }

  /** Trains every model; the notes say what became of each. */
  public static StageResult run(TrainOptions options) {
    ModelRegistry registry = new ModelRegistry(new FileSystemsModelStore(options.getModels()));
    List<String> notes = new ArrayList<>();
    try (SqlWarehouse warehouse = Warehouses.sql(options)) {
      Optional<LocalDate> asOf = AsOf.ofMarts(options, warehouse);
      if (asOf.isEmpty()) {
        return StageResult.succeeded(
            Map.of(), List.of("No model was trained: the marts are empty."));
      }
      SqlRows rows = new SqlRows(warehouse);
      notes.add(keep(registry, trainChurn(rows, asOf.get())));
      notes.add(keep(registry, trainActivation(rows, asOf.get())));
    }
    return StageResult.succeeded(Map.of(), notes);
  }

  private static TrainingOutcome trainChurn(SqlRows rows, LocalDate asOf) {
    List<LabelledRow> labelled =
        rows
            .read(
                Models.CHURN_HISTORY.table(),
                "as_of < @as_of AND churned_30d IS NOT NULL",
                Map.of("as_of", asOf))
            .stream()
            .map(
                (CustomerMonthFeatures row) ->
                    new LabelledRow(row.asOf(), Models.CHURN_HISTORY.values(row), row.churned30d()))
            .toList();
    return new ModelTrainer(Models.CHURN, Models.CHURN_HISTORY.names(), Models.CHURN_LABEL_DAYS)
        .train(asOf, labelled);
  }

  private static TrainingOutcome trainActivation(SqlRows rows, LocalDate asOf) {
    List<LabelledRow> labelled =
        rows
            .read(
                Models.ACTIVATION_INPUTS.table(),
                "opened_on < @as_of AND activated_d7 IS NOT NULL",
                Map.of("as_of", asOf))
            .stream()
            .sorted(BY_OPENING)
            .map(
                (FctActivation row) ->
                    new LabelledRow(
                        row.openedOn(), Models.ACTIVATION_INPUTS.values(row), row.activatedD7()))
            .toList();
    return new ModelTrainer(
            Models.ACTIVATION, Models.ACTIVATION_INPUTS.names(), Models.ACTIVATION_LABEL_DAYS)
        .train(asOf, labelled);
  }

  private static String keep(ModelRegistry registry, TrainingOutcome outcome) {
    if (outcome instanceof Untrainable untrainable) {
      return untrainable.reason();
    }
    Trained trained = (Trained) outcome;
    ModelMetadata metadata = trained.model().metadata();
    registry.register(trained.model());
    registry.activate(metadata.name(), metadata.version());
    return String.format(
        Locale.ROOT,
        "Model %s %s is in use: AUC %.3f and Brier %.4f (base rate %.4f) on %d later rows.",
        metadata.name(),
        metadata.version(),
        metadata.metrics().auc(),
        metadata.metrics().brier(),
        metadata.metrics().baselineBrier(),
        metadata.metrics().rows());
  }
}
