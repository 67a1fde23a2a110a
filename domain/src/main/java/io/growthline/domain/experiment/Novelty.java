package io.growthline.domain.experiment;

import java.util.Optional;

/**
 * Whether the effect on a customer fades or grows with the days since exposure: the effect a day
 * later less that in the first days. Both are of the same customers, so that the variance of their
 * difference takes their covariance off, as in a paired comparison; see Kohavi, Tang and Xu 2020,
 * "Trustworthy online controlled experiments", chapter 23 on novelty and primacy.
 *
 * @param change later effect a day less first effect a day
 * @param pValue two-sided
 */
public record Novelty(Interval change, double pValue) {
  /**
   * The parts of a metric's window.
   *
   * @param first days from exposure on
   * @param later days after these
   */
  public record Days(int first, int later) {
    public Days {
      if (first < 1 || later < 1) {
        throw new IllegalArgumentException("Both parts of a window need a day");
      }
    }
  }

  /**
   * Of customers whose whole window has passed; empty where nothing varies.
   *
   * @param control y in the first days, x in the later ones
   * @param treatment the same
   */
  public static Optional<Novelty> of(Moments control, Moments treatment, Days days, double level) {
    return Welch.means(change(control, days), change(treatment, days), level)
        .map(effect -> new Novelty(effect.difference(), effect.pValue()));
  }

  /** Whether the effect of the first days is not that of later ones. */
  public boolean isFound() {
    return change.excludes(0);
  }

  private static Sample change(Moments arm, Days days) {
    double variance =
        arm.varianceY() / days.first() / days.first()
            - 2 * arm.covariance() / days.first() / days.later()
            + arm.varianceX() / days.later() / days.later();
    return new Sample(
        arm.n(), arm.meanX() / days.later() - arm.meanY() / days.first(), Math.max(0, variance));
  }
}
