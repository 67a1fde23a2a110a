package io.growthline.domain.decision;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.rule.Expression;
import io.growthline.domain.rule.Rules;
import io.growthline.domain.rule.Values;
import java.util.List;

/**
 * Whom a rule is for.
 *
 * @param columns what it looks at, in the order of {@link DecisionColumns#ALL}
 */
record Condition(Expression expression, List<String> columns) {
  /**
   * Compiles a condition over {@link DecisionColumns}.
   *
   * @throws io.growthline.domain.rule.RuleException naming file, rule and column when it is wrong
   */
  static Condition of(Rules rules, String rule, String text) {
    Expression expression = rules.condition(rule, text);
    return new Condition(
        expression,
        DecisionColumns.ALL.stream().map(ColumnSpec::name).filter(expression::names).toList());
  }

  /** Whether it holds; what is null does not. */
  boolean holds(Values customer) {
    return Boolean.TRUE.equals(expression.evaluate(customer));
  }
}
