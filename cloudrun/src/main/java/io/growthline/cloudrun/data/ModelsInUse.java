package io.growthline.cloudrun.data;

import io.growthline.domain.money.Money;
import io.growthline.domain.pricing.DemandModels;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.domain.scoring.Models;
import io.growthline.domain.scoring.ScoringModel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The models in production, each loaded when it is first asked for. Thread-safe. */
public final class ModelsInUse {
  private final Pointers pointers;
  private final ModelRegistry registry;
  private final Money money;
  private final Map<String, ScoringModel> scoring = new ConcurrentHashMap<>();
  private final Map<String, DemandModels> demand = new ConcurrentHashMap<>();

  ModelsInUse(Pointers pointers, Money money) {
    this.pointers = pointers;
    this.registry = pointers.registry();
    this.money = money;
  }

  /** All versions, and what became of them. */
  public ModelRegistry registry() {
    return registry;
  }

  /** The model of a name; empty when none is in production. */
  public Optional<ScoringModel> scoring(String name) {
    return version(name)
        .map(
            version ->
                scoring.computeIfAbsent(name, key -> registry.load(name, version).in(money)));
  }

  /** The demand models; empty when prices were never analysed. */
  public Optional<DemandModels> demand() {
    return version(Models.DEMAND).map(version -> demand.computeIfAbsent(version, registry::demand));
  }

  private Optional<String> version(String name) {
    return Optional.ofNullable(pointers.versions().get(name));
  }
}
