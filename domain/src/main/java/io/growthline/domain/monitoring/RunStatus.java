package io.growthline.domain.monitoring;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a stage or a run has ended. */
public enum RunStatus {
  /** It came to its end, and what it published can be used. */
  SUCCEEDED(0),
  /** It came to its end, but a release gate fails. */
  BLOCKED(3),
  /** It published nothing, or only a part. */
  FAILED(1),
  /** It was not run, because an earlier stage failed. */
  SKIPPED(0);

  private final String id = name().toLowerCase(Locale.ROOT);
  private final int exitCode;

  RunStatus(int exitCode) {
    this.exitCode = exitCode;
  }

  /** The name in manifests and tables. */
  @JsonValue
  public String id() {
    return id;
  }

  /** What the process ends with. */
  public int exitCode() {
    return exitCode;
  }

  @Override
  public String toString() {
    return id;
  }
}
