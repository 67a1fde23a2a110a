package io.growthline.domain.growth;

/**
 * How many customers reached each step of a funnel.
 *
 * @param reached by step; no step has more customers than the one before
 */
record Funnel(long[] reached) {
  /** Customers who reached the step before; at the first step its own. */
  long entering(int step) {
    return reached[Math.max(0, step - 1)];
  }

  /** Share of the customers of the first step; null without any. */
  Double shareOfFirst(int step) {
    return share(reached[step], reached[0]);
  }

  /** Share of the customers of the step before; null without any. */
  Double shareOfPrevious(int step) {
    return share(reached[step], entering(step));
  }

  /** The step that lost most customers, the first of equal ones; -1 when none lost any. */
  int bottleneck() {
    int worst = -1;
    long most = 0;
    for (int step = 1; step < reached.length; step++) {
      long lost = entering(step) - reached[step];
      if (lost > most) {
        most = lost;
        worst = step;
      }
    }
    return worst;
  }

  private static Double share(long part, long whole) {
    return whole == 0 ? null : (Double) ((double) part / whole);
  }
}
