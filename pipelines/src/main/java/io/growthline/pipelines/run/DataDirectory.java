package io.growthline.pipelines.run;

import java.nio.file.Path;

/** Where things lie under {@code --data}. */
public record DataDirectory(Path root) {
  public Path landing() {
    return root.resolve("landing");
  }

  public Path warehouse() {
    return root.resolve("warehouse");
  }

  public Path models() {
    return root.resolve("models");
  }

  /** Where rules of decisions of the user's own are; it need not exist. */
  public Path decision() {
    return root.resolve("decision");
  }

  /** Where experiments of the user's own are declared; it need not exist. */
  public Path experiment() {
    return root.resolve("experiment");
  }

  /** Where changes and thresholds of the user's own are declared; it need not exist. */
  public Path release() {
    return root.resolve("release");
  }

  public Path reports() {
    return root.resolve("reports");
  }

  public Path runs() {
    return root.resolve("runs");
  }
}
