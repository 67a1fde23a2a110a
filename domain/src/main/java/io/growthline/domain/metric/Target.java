package io.growthline.domain.metric;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/**
 * What the value of a metric should be. Each bound is one number on the bad side of a metric that
 * has one, or the ends of a range, which belong to it.
 *
 * @param goal what to reach
 * @param warn what is still well; outside it is a warning
 * @param bad what is still bearable; outside it is bad
 */
public record Target(
    @JsonProperty(required = true)
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<Double> goal,
    @JsonProperty(required = true)
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<Double> warn,
    @JsonProperty(required = true)
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<Double> bad) {
  private static final String UP = "up_is_good";

  public Target {
    Stream.of(goal, warn, bad).forEach(Target::checkNumbers);
    goal = List.copyOf(goal);
    warn = List.copyOf(warn);
    bad = List.copyOf(bad);
  }

  private static void checkNumbers(List<Double> bound) {
    if (bound == null || bound.isEmpty() || bound.size() > 2) {
      throw new IllegalArgumentException("a target needs goal, warn and bad, of 1 or 2 numbers");
    }
    if (bound.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException("a target is made of numbers");
    }
    if (bound.size() == 2 && bound.get(0) > bound.get(1)) {
      throw new IllegalArgumentException("a target begins a range with its lower end");
    }
  }

  /**
   * @throws IllegalArgumentException when goal, warn and bad do not lie within one another
   */
  void check(String direction) {
    if (goal.size() != warn.size() || goal.size() != bad.size()) {
      throw new IllegalArgumentException("goal, warn and bad must all be numbers or all ranges");
    }
    if (goal.size() == 1 && direction.equals("neutral")) {
      throw new IllegalArgumentException("a target of a neutral metric must be a range");
    }
    for (double end : goal) {
      checkWithin(end, warn, direction, "goal must lie within warn");
    }
    for (double end : warn) {
      checkWithin(end, bad, direction, "warn must lie within bad");
    }
  }

  private static void checkWithin(
      double value, List<Double> bound, String direction, String problem) {
    if (!isWithin(value, bound, direction)) {
      throw new IllegalArgumentException(problem);
    }
  }

  /** Whether a value is well: not worse than {@code warn}. */
  public boolean isWell(double value, String direction) {
    return isWithin(value, warn, direction);
  }

  /** Whether a value is bad: worse than {@code bad}. */
  public boolean isBad(double value, String direction) {
    return !isWithin(value, bad, direction);
  }

  private static boolean isWithin(double value, List<Double> bound, String direction) {
    if (bound.size() == 2) {
      return value >= bound.get(0) && value <= bound.get(1);
    }
    return direction.equals(UP) ? value >= bound.get(0) : value <= bound.get(0);
  }

  /** The goal for people, like {@code at least 0.85}. */
  public String text(String direction) {
    return text(direction, Target::number);
  }

  /** The same, with numbers as {@code write} writes them. */
  public String text(String direction, DoubleFunction<String> write) {
    return text(goal, direction, write);
  }

  /** All three bounds for people. */
  String markdown(String direction) {
    return "%s; warns unless %s, bad unless %s"
        .formatted(
            text(goal, direction, Target::number),
            text(warn, direction, Target::number),
            text(bad, direction, Target::number));
  }

  private static String text(List<Double> bound, String direction, DoubleFunction<String> write) {
    if (bound.size() == 2) {
      return write.apply(bound.get(0)) + " to " + write.apply(bound.get(1));
    }
    return (direction.equals(UP) ? "at least " : "at most ") + write.apply(bound.get(0));
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }
}
