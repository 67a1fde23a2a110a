package io.growthline.cloudrun.data;

import io.growthline.domain.pricing.DemandModels;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.domain.scoring.ModelStore;
import io.growthline.domain.scoring.ScoringModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The active models, loaded again when another version is activated. */
@ApplicationScoped
public class Models {
  private static final String PRICING = "pricing";

  private final ModelStore store;
  private final ModelRegistry registry;
  private final Map<String, ScoringModel> scoring = new ConcurrentHashMap<>();
  private final Map<String, DemandModels> demand = new ConcurrentHashMap<>();

  Models(DataLocation location) {
    this.store = new DirectoryModelStore(location::models);
    this.registry = new ModelRegistry(store);
  }

  /** The active model of a name; empty when none was trained. */
  public Optional<ScoringModel> scoring(String name) {
    return registry
        .activeVersion(name)
        .flatMap(
            version ->
                Optional.ofNullable(
                    scoring.compute(
                        name,
                        (key, loaded) ->
                            loaded != null && loaded.version().equals(version)
                                ? loaded
                                : registry.active(name).orElse(null))));
  }

  /** Version of the active demand models. */
  public Optional<String> demandVersion() {
    return registry.activeVersion(PRICING);
  }

  /** The active demand models; empty when prices were never analysed. */
  public Optional<DemandModels> demand() {
    return demandVersion()
        .flatMap(
            version -> {
              demand.keySet().retainAll(java.util.Set.of(version));
              return Optional.ofNullable(demand.computeIfAbsent(version, this::loadDemand));
            });
  }

  private DemandModels loadDemand(String version) {
    return store
        .read(PRICING + "/" + version + "/demand.json")
        .map(bytes -> DemandModels.fromJson(new String(bytes, StandardCharsets.UTF_8)))
        .orElse(null);
  }
}
