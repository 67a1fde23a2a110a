package io.growthline.pipelines.price;

import io.growthline.domain.monitoring.GateRules;
import io.growthline.domain.pricing.DemandModel;
import io.growthline.domain.pricing.DemandModels;
import io.growthline.domain.scoring.Decision;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.domain.scoring.ModelStore;
import io.growthline.domain.scoring.Models;
import io.growthline.domain.scoring.PromotionRule;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The demand models that one run has fitted. Workers register them, and leave the version under
 * {@code pricing/runs/<run_id>} for whoever publishes the tables of the run.
 */
final class FittedDemand {
  private final ModelStore store;
  private final ModelRegistry registry;
  private final String runId;

  FittedDemand(ModelStore store, String runId) {
    this.store = store;
    this.registry = new ModelRegistry(store);
    this.runId = runId;
  }

  /** Forgets what an earlier attempt of this run has fitted. */
  void clear() {
    if (store.read(path()).isPresent()) {
      store.write(path(), new byte[0]);
    }
  }

  /** Registers fitted models as a candidate. A retry changes nothing. */
  void register(String json) {
    DemandModels models = DemandModels.fromJson(json);
    registry.register(
        Models.DEMAND,
        models.version(),
        Map.of(DemandModels.FILE, json.getBytes(StandardCharsets.UTF_8)),
        new Decision("run " + runId, "Fitted as of " + models.asOf() + ".", verdicts(models)));
    store.write(path(), (models.version() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** What this run has fitted; empty when there was nothing to fit. */
  Optional<DemandModels> models() {
    return store
        .read(path())
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
        .filter(version -> !version.isEmpty())
        .map(registry::demand);
  }

  /**
   * Puts fitted models into production.
   *
   * @return empty when they are there now, else the sentence that says why not
   */
  Optional<String> promote(DemandModels models) {
    return new PromotionRule(registry, GateRules.standard())
        .apply(
            Models.DEMAND,
            models.version(),
            runId,
            "Fitted with the tables that are published.",
            verdicts(models));
  }

  private static String verdicts(DemandModels models) {
    return models.models().stream()
        .collect(Collectors.groupingBy(DemandModel::verdict, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(e -> e.getValue() + " segments " + e.getKey().text())
        .collect(Collectors.joining(", "));
  }

  private String path() {
    return Models.DEMAND + "/runs/" + runId;
  }
}
