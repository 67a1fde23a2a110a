package io.growthline.domain.scoring;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Versioned models: {@code <name>/<version>/{model.ubj,metadata.json,reference.json,
 * calibration.json}}, and {@code <name>/ACTIVE} with the version in use.
 */
public final class ModelRegistry {
  private final ModelStore store;

  public ModelRegistry(ModelStore store) {
    this.store = store;
  }

  /** The model in use, ready to score; empty when none was ever activated. */
  public Optional<ScoringModel> active(String name) {
    return activeVersion(name).map(version -> load(name, version));
  }

  /** A registered version, ready to score. */
  public ScoringModel load(String name, String version) {
    return new ScoringModel(metadata(name, version), trees(name, version));
  }

  /** The version in use. */
  public Optional<String> activeVersion(String name) {
    return store
        .read(name + "/ACTIVE")
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip());
  }

  /** Keeps a trained model without using it yet. The same model again changes nothing. */
  public void register(TrainedModel model) {
    String name = model.metadata().name();
    String version = model.metadata().version();
    store.write(path(name, version, "model.ubj"), model.trees());
    store.write(path(name, version, "reference.json"), ModelJson.write(model.reference()));
    store.write(path(name, version, "calibration.json"), ModelJson.write(model.calibration()));
    store.write(path(name, version, "metadata.json"), ModelJson.write(model.metadata()));
  }

  /** Puts a registered version in use; also the way back to an older one. */
  public void activate(String name, String version) {
    if (!versions(name).contains(version)) {
      throw new IllegalArgumentException(
          "Model " + name + " has no version " + version + "; versions: " + versions(name));
    }
    store.write(name + "/ACTIVE", (version + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** All complete versions, oldest as-of day first. */
  public List<String> versions(String name) {
    String last = "/metadata.json";
    return store.list(name + "/").stream()
        .filter(path -> path.endsWith(last))
        .map(path -> path.substring(name.length() + 1, path.length() - last.length()))
        .sorted()
        .toList();
  }

  /** What must be known of a version. */
  public ModelMetadata metadata(String name, String version) {
    return json(path(name, version, "metadata.json"), new TypeReference<>() {});
  }

  /** Distributions frozen with a version. */
  public List<Distribution> reference(String name, String version) {
    return json(path(name, version, "reference.json"), new TypeReference<>() {});
  }

  /** Reliability of a version on its hold-out. */
  public List<CalibrationBin> calibration(String name, String version) {
    return json(path(name, version, "calibration.json"), new TypeReference<>() {});
  }

  private byte[] trees(String name, String version) {
    return required(path(name, version, "model.ubj"));
  }

  private <T> T json(String path, TypeReference<T> type) {
    return ModelJson.read(path, required(path), type);
  }

  private byte[] required(String path) {
    return store
        .read(path)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The model file " + path + " is missing; train again or roll back"));
  }

  private static String path(String name, String version, String file) {
    return name + "/" + version + "/" + file;
  }
}
