package io.growthline.domain.inclusion;

import io.growthline.domain.metric.Dimension;
import java.util.List;
import java.util.function.Supplier;

/** Bands of how sure customers feel about banking in an app. */
final class ConfidenceBand {
  static final String LOW = "low";
  static final String MEDIUM = "medium";
  static final String HIGH = "high";

  private static final double LOW_BELOW = 0.40;
  private static final double MEDIUM_BELOW = 0.70;

  private ConfidenceBand() {}

  /** The bands and all together, for contracts. */
  public static final class WithAll implements Supplier<List<String>> {
    @Override
    public List<String> get() {
      return List.of(Dimension.ALL, LOW, MEDIUM, HIGH, Dimension.UNKNOWN);
    }
  }

  /**
   * The band of a digital confidence.
   *
   * @param confidence from 0 to 1, or null where not asked
   */
  static String of(Double confidence) {
    if (confidence == null) {
      return Dimension.UNKNOWN;
    }
    return confidence < LOW_BELOW ? LOW : confidence < MEDIUM_BELOW ? MEDIUM : HIGH;
  }
}
