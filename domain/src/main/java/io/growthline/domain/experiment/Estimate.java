package io.growthline.domain.experiment;

import io.growthline.domain.experiment.ExperimentMetric.Kind;
import java.util.Optional;

/**
 * All that two arms say about a metric.
 *
 * @param control the control; its mean is NaN without customers
 * @param treatment the treatment
 * @param effect with its fixed-horizon interval; null where it has none
 * @param always the always-valid one; null where there is none
 * @param adjusted by CUPED; null where nothing was measured before the exposure
 */
record Estimate(
    Sample control, Sample treatment, Effect effect, AlwaysValid always, Adjusted adjusted) {
  /**
   * The effect after CUPED.
   *
   * @param removed share of the variance that the adjustment took away
   */
  record Adjusted(Interval difference, double removed) {}

  static Estimate of(ExperimentMetric metric, Moments control, Moments treatment, double level) {
    Sample c = metric.sample(control);
    Sample t = metric.sample(treatment);
    return new Estimate(
        c,
        t,
        metric.effect(c, t, level).orElse(null),
        AlwaysValid.of(c, t, level).orElse(null),
        adjusted(metric, control, treatment, level).orElse(null));
  }

  /** Fewer customers than an effect needs: means alone. */
  Estimate withheld() {
    return new Estimate(control, treatment, null, null, null);
  }

  boolean isEmpty() {
    return control.n() + treatment.n() == 0;
  }

  private static Optional<Adjusted> adjusted(
      ExperimentMetric metric, Moments control, Moments treatment, double level) {
    if (metric.options().covariateDays() == 0 || metric.kind() == Kind.RATIO) {
      return Optional.empty();
    }
    // Adjusted proportions are no longer 0 or 1, so they are compared as means.
    return Cuped.of(control, treatment)
        .flatMap(
            cuped ->
                Welch.means(
                        cuped.control().times(metric.scale()),
                        cuped.treatment().times(metric.scale()),
                        level)
                    .map(effect -> new Adjusted(effect.difference(), cuped.removed())));
  }
}
