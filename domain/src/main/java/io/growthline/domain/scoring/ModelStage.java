package io.growthline.domain.scoring;

import java.util.Locale;

/** How far a version of a model has come. */
public enum ModelStage {
  /** Trained, and not used. */
  CANDIDATE,
  /** Scores every night beside production, so that both can be compared; nobody acts on it. */
  SHADOW,
  /** In use; at most one version of a model. */
  PRODUCTION,
  /** Was in production. */
  ARCHIVED;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name in files and on the command line. */
  public String id() {
    return id;
  }

  /**
   * @throws IllegalArgumentException when there is no such stage
   */
  static ModelStage of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
