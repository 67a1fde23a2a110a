package io.growthline.domain.scoring;

/** What training gave: a model, or the reason why there is none. */
public sealed interface TrainingOutcome {
  /** Name of the model. */
  String name();

  /** A model that was trained. */
  record Trained(TrainedModel model) implements TrainingOutcome {
    @Override
    public String name() {
      return model.metadata().name();
    }
  }

  /** No model; the reason is one sentence for people. */
  record Untrainable(String name, String reason) implements TrainingOutcome {}
}
