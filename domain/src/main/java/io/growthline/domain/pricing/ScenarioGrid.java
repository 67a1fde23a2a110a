package io.growthline.domain.pricing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The scenarios that are published for a segment: every combination of prices and incentives within
 * what was observed.
 */
final class ScenarioGrid {
  private static final int STEPS = 8;
  private static final long INCENTIVE_STEP_MINOR = 500;
  private static final int MANY = 12;

  private ScenarioGrid() {}

  /** Scenarios of a segment by price, then incentive; none when no price was observed. */
  static List<ScenarioRequest> of(DemandModel model) {
    List<ScenarioRequest> grid = new ArrayList<>();
    Evidence evidence = model.evidence();
    if (evidence.pricesMinor().isEmpty()) {
      return grid;
    }
    for (long price : prices(evidence.pricesMinor())) {
      for (long incentive : incentives(evidence.incentivesMinor())) {
        grid.add(new ScenarioRequest(model.segment(), price, incentive));
      }
    }
    return grid;
  }

  /** Evenly spaced from lowest to highest, and the observed ones where they are few. */
  private static Collection<Long> prices(List<Long> observed) {
    long low = observed.get(0);
    long high = observed.get(observed.size() - 1);
    TreeSet<Long> prices = observedWhenFew(observed);
    for (int step = 0; step <= STEPS; step++) {
      prices.add(low + Math.round((double) (high - low) * step / STEPS));
    }
    return prices;
  }

  /** Multiples of 500 from lowest to highest, and the observed ones where they are few. */
  private static Collection<Long> incentives(List<Long> observed) {
    long low = observed.get(0);
    long high = observed.get(observed.size() - 1);
    TreeSet<Long> incentives = observedWhenFew(observed);
    incentives.add(low);
    incentives.add(high);
    long first = -Math.floorDiv(-low, INCENTIVE_STEP_MINOR) * INCENTIVE_STEP_MINOR;
    for (long i = first; i <= high && incentives.size() < 3 * MANY; i += INCENTIVE_STEP_MINOR) {
      incentives.add(i);
    }
    return incentives;
  }

  private static TreeSet<Long> observedWhenFew(List<Long> observed) {
    return observed.size() <= MANY ? new TreeSet<>(observed) : new TreeSet<>();
  }
}
