package io.growthline.pipelines.cli;

import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.pipelines.models.FileSystemsStore;
import io.growthline.pipelines.stage.UsageException;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The model registry that commands share. */
final class RegistryOption {
  @Mixin private DataOption data;

  @Option(
      names = "--models",
      paramLabel = "PLACE",
      description =
          "Where models are kept: a directory or gs://BUCKET/PATH (default: models of the data).")
  private String models;

  ModelRegistry registry() {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    String place = models == null ? data.directory().models().toString() : models;
    return new ModelRegistry(new FileSystemsStore(place));
  }

  /** The registry, which must know a model. */
  ModelRegistry knowing(String model) {
    ModelRegistry registry = registry();
    List<String> known = registry.models();
    if (!known.contains(model)) {
      throw new UsageException(
          known.isEmpty()
              ? "There are no models yet. Train some with 'growthline run'."
              : "There is no model " + model + ". Known: " + String.join(", ", known) + ".");
    }
    return registry;
  }
}
