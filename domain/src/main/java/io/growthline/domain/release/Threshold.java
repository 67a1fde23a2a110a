package io.growthline.domain.release;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.growthline.domain.experiment.Interval;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The thresholds of a gate.
 *
 * @param gate the gate
 * @param worse on which side of a threshold a figure is worse
 * @param steps the mildest first
 */
record Threshold(
    @JsonProperty(required = true) Gate gate,
    @JsonProperty(required = true) Side worse,
    @JsonProperty(required = true) List<Step> steps) {
  /** A side of a threshold. */
  enum Side {
    ABOVE,
    BELOW
  }

  /**
   * A threshold.
   *
   * @param at a figure that is there or beyond has reached it
   * @param then the most that it allows then
   */
  record Step(
      @JsonProperty(required = true) double at,
      @JsonProperty(required = true) ReleaseVerdict then) {}

  Threshold {
    steps = List.copyOf(steps);
  }

  /** What is wrong with it, for people; null when nothing is. */
  String fault() {
    if (steps.isEmpty()) {
      return "has no steps; write {at: a threshold, then: what it allows}";
    }
    if (steps.get(0).then() == ReleaseVerdict.SHIP) {
      return "then: ship changes nothing; take the step out";
    }
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i).then().compareTo(steps.get(i - 1).then()) <= 0
          || harm(steps.get(i).at()) <= harm(steps.get(i - 1).at())) {
        return "its steps must get worse one by one; put the mildest first";
      }
    }
    return null;
  }

  /** What all of the interval allows: the step that its better end has reached. */
  ReleaseVerdict certain(Interval figure) {
    return reached(worse == Side.ABOVE ? figure.lower() : figure.upper());
  }

  /** What the interval does not exclude: the step that its worse end has reached. */
  ReleaseVerdict possible(Interval figure) {
    return reached(worse == Side.ABOVE ? figure.upper() : figure.lower());
  }

  private ReleaseVerdict reached(double figure) {
    ReleaseVerdict allowed = ReleaseVerdict.SHIP;
    for (Step step : steps) {
      if (harm(figure) >= harm(step.at())) {
        allowed = step.then();
      }
    }
    return allowed;
  }

  private double harm(double figure) {
    return worse == Side.ABOVE ? figure : -figure;
  }

  /** In words, such as {@code limited rollout at 0.003 or more, block at 0.01 or more}. */
  String text() {
    return steps.stream()
        .map(
            step ->
                "%s at %s or %s"
                    .formatted(
                        step.then().id().replace('_', ' '),
                        number(step.at()),
                        worse == Side.ABOVE ? "more" : "less"))
        .collect(Collectors.joining(", "));
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }
}
