package io.growthline.cloudrun.data;

import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.domain.scoring.ModelSpec;
import io.growthline.domain.scoring.Models;
import io.growthline.warehouse.DuckDbPublisher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where what is served lies: all that is read from the mount to see whether something has changed.
 *
 * @param database the publication, with links resolved
 * @param models directory of the model registry
 * @param versions version in production by model; models without one are absent
 */
record Pointers(Path database, Path models, Map<String, String> versions) {
  /**
   * Reads all of them.
   *
   * @throws NotPublishedException when nothing is published yet
   */
  static Pointers read(Path data) {
    Path directory = CurrentRelease.of(data);
    Path warehouse = directory.resolve("warehouse");
    Path database;
    try {
      database = DuckDbPublisher.published(warehouse).toRealPath();
    } catch (IOException e) {
      throw new NotPublishedException(
          "No warehouse is published in " + warehouse + "; run ./growthline demo", e);
    }
    Path models = directory.resolve("models");
    return new Pointers(database, models, versions(registry(models)));
  }

  /** The registry as it is now; what was asked once is remembered. */
  ModelRegistry registry() {
    return new ModelRegistry(new RememberedModels(new DirectoryModelStore(models)));
  }

  private static ModelRegistry registry(Path models) {
    return new ModelRegistry(new DirectoryModelStore(models));
  }

  private static Map<String, String> versions(ModelRegistry registry) {
    Map<String, String> versions = new TreeMap<>();
    Stream.concat(Models.ALL.stream().map(ModelSpec::name), Stream.of(Models.DEMAND))
        .forEach(
            name -> registry.production(name).ifPresent(version -> versions.put(name, version)));
    return Map.copyOf(versions);
  }
}
