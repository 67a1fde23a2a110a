package io.growthline.domain.metric;

import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.rule.Expression;
import io.growthline.domain.rule.RuleException;
import io.growthline.domain.rule.Rules;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The expression of a derived metric, compiled. */
final class Formula {
  private static final String PREVIOUS = "previous.";

  private final Expression expression;
  private final List<Metric> inputs;

  /**
   * @param earlier the metrics that the catalogue defines before this one
   * @throws RuleException when the expression is not valid CEL, names another metric, or names one
   *     that lacks a dimension or grain of this one or is complete later
   */
  Formula(Metric metric, String text, List<Metric> earlier) {
    Map<String, ColumnType> names = new LinkedHashMap<>();
    for (Metric other : earlier) {
      names.put(other.name(), ColumnType.FLOAT64);
      names.put(PREVIOUS + other.name(), ColumnType.FLOAT64);
    }
    expression = Rules.over("metrics.yaml", names).compile(metric.name(), text);
    inputs =
        earlier.stream()
            .filter(m -> expression.names(m.name()) || expression.names(PREVIOUS + m.name()))
            .toList();
    for (Metric input : inputs) {
      check(
          input.dimensions().containsAll(metric.dimensions()), metric, input, "lacks a dimension");
      check(input.grains().containsAll(metric.grains()), metric, input, "lacks a grain");
      check(input.maturityDays() <= metric.maturityDays(), metric, input, "is complete later");
    }
  }

  private static void check(boolean condition, Metric metric, Metric input, String problem) {
    if (!condition) {
      throw new RuleException("metrics.yaml", metric.name(), input.name() + " " + problem);
    }
  }

  /** The metrics that the expression names. */
  List<Metric> inputs() {
    return inputs;
  }

  /**
   * The value; null when a value that is named is absent, and when the result is no number.
   *
   * @param current value of a metric in the period, null when absent
   * @param previous value of a metric in the period before
   */
  Double value(Function<Metric, Double> current, Function<Metric, Double> previous) {
    Map<String, Double> values = new HashMap<>();
    for (Metric input : inputs) {
      if (expression.names(input.name())) {
        values.put(input.name(), current.apply(input));
      }
      if (expression.names(PREVIOUS + input.name())) {
        values.put(PREVIOUS + input.name(), previous.apply(input));
      }
    }
    if (values.containsValue(null)) {
      return null;
    }
    return expression.evaluate(values) instanceof Number number
            && Double.isFinite(number.doubleValue())
        ? number.doubleValue()
        : null;
  }
}
