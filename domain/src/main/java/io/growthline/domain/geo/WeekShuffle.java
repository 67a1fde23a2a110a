package io.growthline.domain.geo;

import java.util.SplittableRandom;

/**
 * Orders of days in which whole weeks have changed places, the same in every run. Weeks count from
 * the last day back, as a treatment ends with it; the first may be shorter.
 */
final class WeekShuffle {
  private static final long SEED = 42;
  private static final int WEEK = 7;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final int[] order;
  private final int[] weeks;

  WeekShuffle(int days) {
    order = new int[days];
    weeks = new int[(days + WEEK - 1) / WEEK];
    for (int i = 0; i < weeks.length; i++) {
      weeks[i] = i;
    }
  }

  /**
   * The next order, as far as it is needed; it is overwritten by the one after.
   *
   * @param count places that are needed; what follows is of no order
   */
  int[] next(int count) {
    int filled = 0;
    for (int place = 0; filled < count; place++) {
      int with = place + random.nextInt(weeks.length - place);
      int kept = weeks[place];
      weeks[place] = weeks[with];
      weeks[with] = kept;
      int end = order.length - weeks[place] * WEEK;
      for (int day = end - 1; day >= Math.max(0, end - WEEK); day--) {
        order[filled++] = day;
      }
    }
    return order;
  }
}
