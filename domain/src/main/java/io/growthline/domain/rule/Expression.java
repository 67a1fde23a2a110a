package io.growthline.domain.rule;

import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** A compiled CEL expression. Thread-safe. */
public final class Expression {
  private final String file;
  private final String rule;
  private final CelRuntime.Program program;

  Expression(String file, String rule, CelRuntime.Program program) {
    this.file = file;
    this.rule = rule;
    this.program = program;
  }

  /**
   * The value for a row, by column name; null when the expression gives null.
   *
   * @throws RuleException when it cannot be computed, for example arithmetic on an absent value
   */
  public Object evaluate(Map<String, ?> row) {
    Map<String, Object> values = new HashMap<>();
    row.forEach((column, value) -> values.put(column, toCel(value)));
    try {
      Object value = program.eval(values);
      return value instanceof NullValue || value instanceof com.google.protobuf.NullValue
          ? null
          : value;
    } catch (CelEvaluationException e) {
      throw new RuleException(file, rule, e.getMessage(), e);
    }
  }

  /** Whether a condition holds for a row. */
  public boolean test(Map<String, ?> row) {
    return Boolean.TRUE.equals(evaluate(row));
  }

  private static Object toCel(Object value) {
    if (value == null) {
      return NullValue.NULL_VALUE;
    }
    return value instanceof LocalDate date ? date.toString() : value;
  }
}
