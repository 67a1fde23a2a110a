package io.growthline.cloudrun.data;

import io.growthline.domain.pricing.DemandModels;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.domain.scoring.ScoringModel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The models in use, each loaded when it is first asked for. Thread-safe. */
public final class ModelsInUse {
  static final String PRICING = "pricing";

  private final Pointers pointers;
  private final ModelRegistry registry;
  private final Map<String, ScoringModel> scoring = new ConcurrentHashMap<>();
  private final Map<String, DemandModels> demand = new ConcurrentHashMap<>();

  ModelsInUse(Pointers pointers) {
    this.pointers = pointers;
    this.registry = pointers.registry();
  }

  /** The model of a name; empty when none is in use. */
  public Optional<ScoringModel> scoring(String name) {
    return version(name)
        .map(version -> scoring.computeIfAbsent(name, key -> registry.load(name, version)));
  }

  /** Version of the demand models. */
  public Optional<String> demandVersion() {
    return version(PRICING);
  }

  /** The demand models; empty when prices were never analysed. */
  public Optional<DemandModels> demand() {
    return version(PRICING).map(version -> demand.computeIfAbsent(version, this::loadDemand));
  }

  private Optional<String> version(String name) {
    return Optional.ofNullable(pointers.versions().get(name));
  }

  private DemandModels loadDemand(String version) {
    return new DirectoryModelStore(pointers.models())
        .read(PRICING + "/" + version + "/demand.json")
        .map(bytes -> DemandModels.fromJson(new String(bytes, StandardCharsets.UTF_8)))
        .orElse(null);
  }
}
