package io.growthline.domain.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A compiled CEL expression. Thread-safe. */
public final class Expression {
  private static final Pattern ABSENT_KEY = Pattern.compile("key '([^']+)' is not present");

  private final String file;
  private final String rule;
  private final String text;
  private final CelRuntime.Program program;
  private final CelType type;
  private final Set<String> names;
  private final boolean countsHundredths;

  Expression(
      String file,
      String rule,
      String text,
      CelAbstractSyntaxTree ast,
      CelRuntime.Program program) {
    this.file = file;
    this.rule = rule;
    this.text = text;
    this.program = program;
    this.type = ast.getResultType();
    this.names =
        ast.getReferenceMap().values().stream()
            .map(CelReference::name)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    this.countsHundredths =
        ast.getReferenceMap().values().stream()
            .anyMatch(called -> called.overloadIds().contains(Functions.MINOR_OF_HUNDREDTHS));
  }

  CelType type() {
    return type;
  }

  /** Whether the expression depends on a value of this name. */
  public boolean names(String value) {
    return names.contains(value);
  }

  /** Whether the expression makes an amount of hundredths, without naming a currency. */
  public boolean countsHundredths() {
    return countsHundredths;
  }

  /** Whether the expression gives the same value for every row. */
  public boolean isConstant() {
    return names.isEmpty();
  }

  /**
   * The value for a row, by column name; null when the expression gives null.
   *
   * @throws RuleException when it cannot be computed, for example arithmetic on an absent value
   */
  public Object evaluate(Map<String, ?> row) {
    Map<String, Object> values = new HashMap<>();
    row.forEach((column, value) -> values.put(column, CelValues.of(value)));
    return evaluate((Values) values::get);
  }

  /** As {@link #evaluate(Map)}, for values that are computed when they are asked for. */
  public Object evaluate(Values values) {
    CelVariableResolver resolver = name -> Optional.ofNullable(values.get(name));
    try {
      Object value = program.eval(resolver);
      return CelValues.isNull(value) ? null : value;
    } catch (CelEvaluationException e) {
      throw failure(e);
    }
  }

  /** Whether a condition holds for a row. */
  public boolean test(Map<String, ?> row) {
    return Boolean.TRUE.equals(evaluate(row));
  }

  private RuleException failure(CelEvaluationException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof RuleException inner) {
        return inner;
      } else if (cause instanceof Functions.NoValueException reason) {
        return RuleException.evaluation(
            file, rule, e.getMessage(), reason.getMessage() + " in: " + text, false, e);
      }
    }
    if (e.getErrorCode() == CelErrorCode.ATTRIBUTE_NOT_FOUND) {
      return RuleException.evaluation(file, rule, e.getMessage(), absent(e), true, e);
    }
    return RuleException.evaluation(
        file, rule, e.getMessage(), "cannot be computed from the record: " + text, false, e);
  }

  // A missing key may be customer data; only keys written in the expression are quoted.
  private String absent(CelEvaluationException e) {
    Matcher key = ABSENT_KEY.matcher(String.valueOf(e.getMessage()));
    return key.find() && text.contains(key.group(1))
        ? "the field " + key.group(1) + " is absent"
        : "a field is absent that is needed for: " + text;
  }
}
