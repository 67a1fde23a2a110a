package io.growthline.pipelines.price;

import io.growthline.pipelines.models.FileSystemsStore;
import org.apache.beam.sdk.transforms.DoFn;

/** Writes demand models to the model registry. A retry writes the same files again. */
final class RegisterDemandModels extends DoFn<String, Void> {
  private static final long serialVersionUID = 1L;

  private final String models;
  private final String runId;

  RegisterDemandModels(String models, String runId) {
    this.models = models;
    this.runId = runId;
  }

  @ProcessElement
  public void register(@Element String json) {
    new FittedDemand(new FileSystemsStore(models), runId).register(json);
  }
}
