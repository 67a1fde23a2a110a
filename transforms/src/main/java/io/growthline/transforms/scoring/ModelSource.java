package io.growthline.transforms.scoring;

import io.growthline.domain.scoring.ScoringModel;
import java.io.Serializable;

/** Loads, on a worker, the version of a model that the pipeline was built for. */
public interface ModelSource extends Serializable {
  ScoringModel load();
}
