package io.growthline.pipelines.run;

import io.growthline.pipelines.models.FileSystemsStore;
import java.util.Optional;

/**
 * What stages that run in processes of their own leave for {@link RecordPipeline}: one file for
 * each, below a place that the stages of the run share. A stage that is tried again replaces its
 * file.
 */
public final class StageAccounts {
  private final FileSystemsStore files;

  /**
   * @param place directory that all stages of one run share, and no other run
   */
  public StageAccounts(String place) {
    this.files = new FileSystemsStore(place);
  }

  public void write(StageOutcome outcome) {
    files.write(path(outcome.account().stage()), Manifests.bytes(outcome));
  }

  /** The account that a stage has left. */
  Optional<StageOutcome> read(String stage) {
    return files.read(path(stage)).map(bytes -> Manifests.parse(bytes, StageOutcome.class));
  }

  private static String path(String stage) {
    return "accounts/" + stage + ".json";
  }
}
