package io.growthline.domain.decision;

import io.growthline.domain.pricing.Estimate;

/**
 * Where an action begins to be worth more than it costs: exactly, with amounts rounded as {@link
 * ExpectedValue} rounds them. Expected value never falls when value rises, nor when the chance of
 * leaving rises and the value is above the incentive.
 */
final class FlipPoints {
  /** Steps of chances. */
  static final int STEPS = 1_000_000;

  static final long NONE = -1;

  /** Most value that is looked at, in minor units. */
  private static final long MOST_VALUE = 1L << 50;

  private FlipPoints() {}

  /** The chance of so many steps. */
  static double chance(long steps) {
    return steps / (double) STEPS;
  }

  /** Fewest steps of chance at which an action brings more than 0; {@link #NONE} for never. */
  static long chance(Action action, double value) {
    if (value <= action.incentiveMinor()) {
      return NONE;
    }
    Estimate lost = point(value);
    long low = 0;
    long high = STEPS + 1L;
    while (low < high) {
      long middle = (low + high) / 2;
      boolean pays =
          middle > STEPS || ExpectedValue.of(action, point(chance(middle)), lost).netMinor() > 0;
      if (pays) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low > STEPS ? NONE : low;
  }

  /** Least value at which an action brings more than so much; {@link #NONE} for never. */
  static long value(Action action, double p, double moreThan) {
    Estimate chance = point(p);
    long low = 0;
    long high = MOST_VALUE;
    while (low < high) {
      long middle = (low + high) / 2;
      if (ExpectedValue.of(action, chance, point(middle)).netMinor() > moreThan) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low == MOST_VALUE ? NONE : low;
  }

  private static Estimate point(double value) {
    return new Estimate(value, value, value);
  }
}
