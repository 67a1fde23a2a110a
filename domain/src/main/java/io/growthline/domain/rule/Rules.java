package io.growthline.domain.rule;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.ColumnType;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Compiles the CEL expressions of one rules file against the columns they may name. Text, whole
 * numbers, decimals, booleans and instants have their CEL types; a date is text, {@code
 * yyyy-mm-dd}. Nullable columns can be compared with {@code null}. Whole numbers and decimals can
 * be compared, but arithmetic does not mix them: write {@code double(x)}.
 */
public final class Rules {
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .evaluateCanonicalTypesToNativeValues(true)
          .enableHeterogeneousNumericComparisons(true)
          .enableUnsignedLongs(true)
          .build();

  private final String file;
  private final Cel cel;

  private Rules(String file, Map<String, CelType> columns) {
    this.file = file;
    CelBuilder builder = CelFactory.standardCelBuilder().setOptions(OPTIONS);
    columns.forEach(builder::addVar);
    this.cel = builder.build();
  }

  /**
   * Rules over the columns of a table.
   *
   * @param file the rules file, for messages
   */
  public static Rules over(String file, Collection<ColumnSpec> columns) {
    return new Rules(
        file,
        columns.stream()
            .collect(
                Collectors.toMap(
                    ColumnSpec::name,
                    c -> c.nullable() ? NullableType.create(type(c.type())) : type(c.type()))));
  }

  /** Rules over named values that are always present. */
  public static Rules over(String file, Map<String, ColumnType> columns) {
    return new Rules(
        file,
        columns.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> type(e.getValue()))));
  }

  /**
   * Compiles and type-checks an expression.
   *
   * @param rule name of the rule, for messages
   * @throws RuleException when it is not valid CEL or names an unknown column
   */
  public Expression compile(String rule, String text) {
    return program(rule, ast(rule, text));
  }

  /**
   * Compiles an expression that must be true or false.
   *
   * @throws RuleException as {@link #compile}, and when it is neither
   */
  public Expression condition(String rule, String text) {
    CelAbstractSyntaxTree ast = ast(rule, text);
    if (!SimpleType.BOOL.isAssignableFrom(ast.getResultType())) {
      throw new RuleException(
          file, rule, "\"" + text + "\" must be true or false, but is " + ast.getResultType());
    }
    return program(rule, ast);
  }

  private CelAbstractSyntaxTree ast(String rule, String text) {
    if (text == null || text.isBlank()) {
      throw new RuleException(file, rule, "an expression is missing");
    }
    try {
      return cel.compile(text).getAst();
    } catch (CelValidationException e) {
      String problems =
          e.getErrors().stream().map(CelIssue::getMessage).collect(Collectors.joining("; "));
      throw new RuleException(file, rule, problems + " in \"" + text + "\"", e);
    }
  }

  private Expression program(String rule, CelAbstractSyntaxTree ast) {
    try {
      return new Expression(file, rule, cel.createProgram(ast));
    } catch (CelEvaluationException e) {
      throw new RuleException(file, rule, e.getMessage(), e);
    }
  }

  private static CelType type(ColumnType type) {
    return switch (type) {
      case STRING, DATE -> SimpleType.STRING;
      case INT64 -> SimpleType.INT;
      case FLOAT64 -> SimpleType.DOUBLE;
      case BOOL -> SimpleType.BOOL;
      case TIMESTAMP -> SimpleType.TIMESTAMP;
    };
  }
}
