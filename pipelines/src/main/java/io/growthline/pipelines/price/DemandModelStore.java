package io.growthline.pipelines.price;

import io.growthline.domain.pricing.DemandModels;
import io.growthline.domain.scoring.ModelStore;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Demand models in the model registry: {@code pricing/VERSION/demand.json}, {@code
 * pricing/CANDIDATE} with the version fitted last and {@code pricing/ACTIVE} with the version in
 * use.
 */
final class DemandModelStore {
  private static final String CANDIDATE = "pricing/CANDIDATE";
  private static final String ACTIVE = "pricing/ACTIVE";

  private final ModelStore store;

  DemandModelStore(ModelStore store) {
    this.store = store;
  }

  /** Forgets the candidate of an earlier run. */
  void clearCandidate() {
    store.write(CANDIDATE, new byte[0]);
  }

  /** Keeps fitted models without using them yet. The same models again change nothing. */
  void register(String json) {
    String version = DemandModels.fromJson(json).version();
    store.write(path(version), json.getBytes(StandardCharsets.UTF_8));
    store.write(CANDIDATE, (version + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Puts the candidate in use and returns its models; empty when nothing was fitted. */
  Optional<DemandModels> activateCandidate() {
    Optional<String> version = text(CANDIDATE).map(String::strip).filter(v -> !v.isEmpty());
    version.ifPresent(v -> store.write(ACTIVE, (v + "\n").getBytes(StandardCharsets.UTF_8)));
    return version.flatMap(v -> text(path(v))).map(DemandModels::fromJson);
  }

  private Optional<String> text(String path) {
    return store.read(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private static String path(String version) {
    return "pricing/" + version + "/demand.json";
  }
}
