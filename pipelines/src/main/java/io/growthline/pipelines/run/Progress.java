package io.growthline.pipelines.run;

import io.growthline.domain.monitoring.RunManifest.StageAccount;

/** Hears how a run goes on. */
public interface Progress {
  void started(Stage stage);

  void finished(StageAccount account);
}
