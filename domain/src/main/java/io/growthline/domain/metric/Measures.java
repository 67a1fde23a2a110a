package io.growthline.domain.metric;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All measures, by theme. A metric of known measures needs none. */
public final class Measures {
  public static final List<Measure> ALL =
      Stream.of(
              CustomerMeasures.ALL,
              OnboardingMeasures.ALL,
              EngagementMeasures.ALL,
              SpendingMeasures.ALL,
              RevenueMeasures.ALL,
              BillingMeasures.ALL,
              ServiceMeasures.ALL,
              CostMeasures.ALL,
              MarketingMeasures.ALL)
          .flatMap(List::stream)
          .toList();

  private static final Map<String, Integer> POSITIONS = new HashMap<>();

  static {
    for (Measure measure : ALL) {
      POSITIONS.putIfAbsent(measure.id(), POSITIONS.size());
    }
  }

  private Measures() {}

  /** The measure of this name. */
  public static Optional<Measure> find(String id) {
    return Optional.ofNullable(POSITIONS.get(id)).map(ALL::get);
  }

  /** Place of a measure in {@link #ALL}. */
  static int position(Measure measure) {
    return POSITIONS.get(measure.id());
  }
}
