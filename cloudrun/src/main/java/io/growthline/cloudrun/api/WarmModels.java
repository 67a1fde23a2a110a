package io.growthline.cloudrun.api;

import io.growthline.cloudrun.data.Snapshot;
import io.growthline.cloudrun.data.WarmUp;
import io.growthline.domain.scoring.Models;
import jakarta.enterprise.context.ApplicationScoped;

/** Loads the models that score customers. */
@ApplicationScoped
class WarmModels implements WarmUp {
  @Override
  public void warm(Snapshot snapshot) {
    Models.ALL.forEach(model -> snapshot.models().scoring(model.name()));
  }
}
