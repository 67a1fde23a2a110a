package io.growthline.cloudrun.dashboard;

import io.growthline.cloudrun.data.Snapshot;
import io.growthline.cloudrun.data.WarmUp;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes each page once, so that its results and its models are there when somebody asks. */
@ApplicationScoped
class WarmPages implements WarmUp {
  @Override
  public void warm(Snapshot snapshot) {
    DashboardResource.overview(snapshot, new DashboardResource.Scenario());
  }
}
