package io.growthline.domain.experiment;

import java.util.Locale;

/** Whether a treatment harms what it must not harm. */
public enum GuardrailState {
  /** The whole interval keeps within the bound. */
  KEPT,
  /** The interval crosses the bound. */
  UNCLEAR,
  /** The whole interval lies beyond the bound. */
  BREACHED;

  /** Name in tables. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The state of a guardrail: a test of non-inferiority by interval, as in Committee for
   * Proprietary Medicinal Products 2001, "Points to consider on switching between superiority and
   * non-inferiority".
   *
   * @param difference the effect with its interval
   * @param harm most that the metric may change in its bad direction, at least 0
   */
  public static GuardrailState of(Interval difference, Direction direction, double harm) {
    boolean up = direction == Direction.UP_IS_GOOD;
    double worst = up ? -difference.lower() : difference.upper();
    double best = up ? -difference.upper() : difference.lower();
    return worst <= harm ? KEPT : best > harm ? BREACHED : UNCLEAR;
  }
}
