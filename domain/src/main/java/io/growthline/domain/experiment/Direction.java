package io.growthline.domain.experiment;

import java.util.Locale;

/** Which change of a metric is good. */
public enum Direction {
  UP_IS_GOOD,
  DOWN_IS_GOOD;

  /** Name in files and tables. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
