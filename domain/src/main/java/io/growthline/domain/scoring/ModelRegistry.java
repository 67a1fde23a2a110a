package io.growthline.domain.scoring;

import com.fasterxml.jackson.core.type.TypeReference;
import io.growthline.domain.pricing.DemandModels;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Versioned models: the files of a version under {@code <model>/<version>/}, and a journal of what
 * became of each version (see {@link ModelJournal}). Registering uses nothing yet; only an entry of
 * the journal does.
 */
public final class ModelRegistry {
  private final ModelStore store;
  private final Clock clock;

  public ModelRegistry(ModelStore store) {
    this(store, Clock.systemUTC());
  }

  ModelRegistry(ModelStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Names of all models that have a version. */
  public List<String> models() {
    TreeSet<String> names = new TreeSet<>();
    store.list("").forEach(path -> names.add(path.substring(0, path.indexOf('/'))));
    return names.stream().filter(name -> !versions(name).isEmpty()).toList();
  }

  /**
   * Keeps a version as a candidate. One that is known already stays as it is, so that training on
   * the same data twice changes nothing.
   *
   * @param files content by name, such as {@code metadata.json}
   */
  public void register(String model, String version, Map<String, byte[]> files, Decision decision) {
    if (stages(model).containsKey(version)) {
      return;
    }
    files.forEach((name, content) -> store.write(path(model, version, name), content));
    journal(model).add(version, ModelStage.CANDIDATE, decision, false);
  }

  /** Puts a version into production; the one that was there is archived. */
  public void promote(String model, String version, Decision decision) {
    enter(model, version, ModelStage.PRODUCTION, decision, false);
  }

  /** Lets a version score beside the one in production. */
  public void shadow(String model, String version, Decision decision) {
    if (production(model).filter(version::equals).isPresent()) {
      throw new IllegalArgumentException(
          "Version " + version + " of model " + model + " is in production; promote another first");
    }
    enter(model, version, ModelStage.SHADOW, decision, false);
  }

  /**
   * Puts the version back that was in production before the present one, and holds it there: no
   * rule promotes another until a person does.
   *
   * @return the version now in production
   * @throws IllegalArgumentException when there was none before
   */
  public String rollback(String model, Decision decision) {
    String current = production(model).orElse(null);
    List<String> before =
        journal(model).lines().stream()
            .filter(line -> line.stage() == ModelStage.PRODUCTION)
            .map(ModelJournal.Line::version)
            .filter(version -> !version.equals(current))
            .toList();
    if (before.isEmpty()) {
      throw new IllegalArgumentException(
          "Model " + model + " has no earlier version in production to go back to");
    }
    String version = before.get(before.size() - 1);
    enter(model, version, ModelStage.PRODUCTION, decision, true);
    return version;
  }

  private void enter(
      String model, String version, ModelStage stage, Decision decision, boolean held) {
    if (!stages(model).containsKey(version)) {
      throw new IllegalArgumentException(
          "Model " + model + " has no version " + version + "; versions: " + versions(model));
    }
    journal(model).add(version, stage, decision, held);
  }

  /** The version in production. */
  public Optional<String> production(String model) {
    return journal(model).production().map(ModelJournal.Line::version);
  }

  /** The entry that put the version in production there. */
  public Optional<JournalEntry> promotion(String model) {
    ModelJournal journal = journal(model);
    return journal.production().map(journal::read);
  }

  /** The versions of a stage, oldest registration first. */
  public List<String> versions(String model, ModelStage stage) {
    return stages(model).entrySet().stream()
        .filter(entry -> entry.getValue() == stage)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** All versions, oldest as-of day first. */
  public List<String> versions(String model) {
    return stages(model).keySet().stream().sorted().toList();
  }

  /** The stage of every version, oldest registration first. */
  public Map<String, ModelStage> stages(String model) {
    return journal(model).stages();
  }

  /** All that was ever decided on a model, oldest first. */
  public List<JournalEntry> history(String model) {
    return journal(model).entries();
  }

  /** A version, ready to score. */
  public ScoringModel load(String model, String version) {
    return new ScoringModel(
        metadata(model, version), required(path(model, version, TrainedModel.TREES)));
  }

  /** The demand models of a version. */
  public DemandModels demand(String version) {
    byte[] json = required(path(Models.DEMAND, version, DemandModels.FILE));
    return DemandModels.fromJson(new String(json, StandardCharsets.UTF_8));
  }

  /** What must be known of a version. */
  public ModelMetadata metadata(String model, String version) {
    return json(path(model, version, TrainedModel.METADATA), new TypeReference<>() {});
  }

  /** Distributions frozen with a version. */
  public List<Distribution> reference(String model, String version) {
    return json(path(model, version, TrainedModel.REFERENCE), new TypeReference<>() {});
  }

  /** Reliability of a version on its hold-out. */
  public List<CalibrationBin> calibration(String model, String version) {
    return json(path(model, version, TrainedModel.CALIBRATION), new TypeReference<>() {});
  }

  /** Paths of all that the version in production needs, its entry in the journal included. */
  public List<String> productionFiles(String model) {
    List<String> paths = new ArrayList<>();
    journal(model)
        .production()
        .ifPresent(
            line -> {
              paths.addAll(store.list(model + "/" + line.version() + "/"));
              paths.add(line.path());
            });
    return paths;
  }

  private ModelJournal journal(String model) {
    return new ModelJournal(store, model, clock);
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

  private static String path(String model, String version, String file) {
    return model + "/" + version + "/" + file;
  }
}
