package io.growthline.domain.experiment;

/**
 * What a treatment changed, compared with the control.
 *
 * @param control the control
 * @param treatment the treatment
 * @param difference mean of the treatment less that of the control
 * @param relative the difference as a share of the control's mean; null where that mean cannot be
 *     told from 0
 * @param standardError of the difference
 * @param statistic difference over its standard error under no effect: t, or z of proportions
 * @param pValue chance of a statistic at least as far from 0 without an effect, two-sided
 */
public record Effect(
    Sample control,
    Sample treatment,
    Interval difference,
    Interval relative,
    double standardError,
    double statistic,
    double pValue) {

  /** Whether the interval of the difference leaves out 0. */
  public boolean isSigned() {
    return difference.excludes(0);
  }
}
