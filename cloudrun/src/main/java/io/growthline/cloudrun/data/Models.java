package io.growthline.cloudrun.data;

import io.growthline.domain.pricing.DemandModels;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.domain.scoring.ScoringModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The models in production, loaded again when another version is promoted. */
@ApplicationScoped
public class Models {
  private final ModelRegistry registry;
  private final Map<String, ScoringModel> scoring = new ConcurrentHashMap<>();
  private final Map<String, DemandModels> demand = new ConcurrentHashMap<>();

  Models(DataLocation location) {
    this.registry = new ModelRegistry(new DirectoryModelStore(location::models));
  }

  /** All versions, and what became of them. */
  public ModelRegistry registry() {
    return registry;
  }

  /** The model of a name in production; empty when there is none. */
  public Optional<ScoringModel> scoring(String name) {
    return registry
        .production(name)
        .flatMap(
            version ->
                Optional.ofNullable(
                    scoring.compute(
                        name,
                        (key, loaded) ->
                            loaded != null && loaded.version().equals(version)
                                ? loaded
                                : registry.load(name, version))));
  }

  /** The demand models in production; empty when prices were never analysed. */
  public Optional<DemandModels> demand() {
    return registry
        .production(io.growthline.domain.scoring.Models.DEMAND)
        .map(
            version -> {
              demand.keySet().retainAll(Set.of(version));
              return demand.computeIfAbsent(version, registry::demand);
            });
  }
}
