package io.growthline.domain.experiment;

import io.growthline.domain.experiment.ExperimentMetric.Kind;
import io.growthline.domain.experiment.ExperimentMetric.Role;
import io.growthline.domain.pricing.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * A metric of an arm compared with the control, among some of the customers.
 *
 * @param of what is compared
 * @param estimate what the arms say
 * @param qValue p value corrected for all comparisons; that of a guardrail is not corrected, so
 *     that harm stays visible; NaN without an effect
 * @param segmentP whether the values of the segment differ, corrected for the segments; NaN for all
 *     customers
 * @param judgement whether the effect can be used, and why not
 * @param warnings what to keep in mind where it can
 */
record Comparison(
    Of of,
    Estimate estimate,
    double qValue,
    double segmentP,
    Judgement judgement,
    List<String> warnings) {
  private static final MathContext DIGITS = new MathContext(4);

  /**
   * What is compared.
   *
   * @param metric place of the metric
   * @param arm place of the arm
   * @param slice the customers
   */
  record Of(int metric, int arm, ExperimentCell.Slice slice) {
    boolean isWhole() {
      return slice.place() == ExperimentCell.ALL;
    }
  }

  /** The state of a guardrail; empty for other metrics and without an effect. */
  Optional<GuardrailState> guardrail(ExperimentMetric metric) {
    return metric.role() != Role.GUARDRAIL || estimate.effect() == null
        ? Optional.empty()
        : Optional.of(
            GuardrailState.of(
                estimate.effect().difference(), metric.direction(), metric.options().bound()));
  }

  /** Whether the metric is better than that of the control, and this can be used. */
  boolean isGood(ExperimentMetric metric) {
    return judgement.verdict() == Verdict.OK
        && estimate.effect().difference().estimate() > 0
            == (metric.direction() == Direction.UP_IS_GOOD);
  }

  /** The effect in words, such as {@code funded +7.2 points (3.1 to 11.3)}. */
  String text(ExperimentMetric metric) {
    if (estimate.effect() == null) {
      return metric.name() + " has no effect that can be shown";
    }
    Interval by = estimate.effect().difference();
    return "%s %s%s (%s to %s)"
        .formatted(
            metric.name(),
            by.estimate() > 0 ? "+" : "",
            amount(metric, by.estimate()),
            figure(metric, by.lower()),
            figure(metric, by.upper()));
  }

  /** A change of a metric with its unit: points of a share. */
  static String amount(ExperimentMetric metric, double change) {
    return figure(metric, change) + (metric.kind() == Kind.PROPORTION ? " points" : "");
  }

  private static String figure(ExperimentMetric metric, double change) {
    return BigDecimal.valueOf(metric.kind() == Kind.PROPORTION ? change * 100 : change)
        .round(DIGITS)
        .stripTrailingZeros()
        .toPlainString();
  }
}
