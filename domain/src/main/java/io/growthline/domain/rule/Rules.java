package io.growthline.domain.rule;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.ColumnType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compiles the CEL expressions of one rules file against the values they may name. Text, whole
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
          .enableTimestampEpoch(true)
          .build();

  private final String file;
  private final Map<String, CelType> values;
  private final Cel cel;

  private Rules(String file, Map<String, CelType> values) {
    this.file = file;
    this.values = Map.copyOf(values);
    CelBuilder builder =
        CelFactory.standardCelBuilder()
            .setOptions(OPTIONS)
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(CelStandardDeclarations.newBuilder().build())
            .setStandardFunctions(StrictConversions.STANDARD)
            .addFunctionBindings(StrictConversions.BINDINGS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addMacros(CurrencyOfMinor.MACRO)
            .addCompilerLibraries(CelExtensions.strings(), CelExtensions.math(OPTIONS))
            .addRuntimeLibraries(CelExtensions.strings(), CelExtensions.math(OPTIONS))
            .addFunctionDeclarations(Functions.DECLARATIONS)
            .addFunctionBindings(Functions.BINDINGS);
    values.forEach(builder::addVar);
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

  /** The same rules, which may also name a value of any shape: text keys and what they hold. */
  public Rules withRow(String name) {
    return with(name, MapType.create(SimpleType.STRING, SimpleType.DYN));
  }

  /** The same rules, which may also name the value of an expression. */
  public Rules withValue(String name, Expression expression) {
    return with(name, expression.type());
  }

  /** The same rules, which may also name an element of what {@link #list} has compiled. */
  public Rules withElement(String name, Expression list) {
    return with(name, list.type() instanceof ListType type ? type.elemType() : SimpleType.DYN);
  }

  private Rules with(String name, CelType type) {
    Map<String, CelType> more = new LinkedHashMap<>(values);
    more.put(name, type);
    return new Rules(file, more);
  }

  /**
   * Compiles and type-checks an expression.
   *
   * @param rule name of the rule, for messages
   * @throws RuleException when it is not valid CEL or names an unknown column
   */
  public Expression compile(String rule, String text) {
    CelAbstractSyntaxTree ast = ast(rule, text);
    try {
      return new Expression(file, rule, text, ast, cel.createProgram(ast));
    } catch (CelEvaluationException e) {
      throw new RuleException(file, rule, e.getMessage(), e);
    }
  }

  /**
   * Compiles an expression that must be true or false.
   *
   * @throws RuleException as {@link #compile}, and when it is neither
   */
  public Expression condition(String rule, String text) {
    return compile(rule, text, Set.of(CelKind.BOOL), "true or false");
  }

  /**
   * Compiles the value of a column.
   *
   * @throws RuleException as {@link #compile}, and when it can never be of the column's type
   */
  public Expression value(String rule, String text, ColumnSpec column) {
    Set<CelKind> taken =
        switch (column.type()) {
          case STRING, DATE -> Set.of(CelKind.STRING, CelKind.NULL_TYPE);
          case INT64 -> Set.of(CelKind.INT, CelKind.NULL_TYPE);
          case FLOAT64 -> Set.of(CelKind.DOUBLE, CelKind.INT, CelKind.NULL_TYPE);
          case BOOL -> Set.of(CelKind.BOOL, CelKind.NULL_TYPE);
          case TIMESTAMP -> Set.of(CelKind.TIMESTAMP, CelKind.STRING, CelKind.NULL_TYPE);
        };
    Expression expression = compile(rule, text, taken, column.type().toString());
    if (!column.nullable() && expression.type().kind() == CelKind.NULL_TYPE) {
      throw new RuleException(file, rule, "is required, but always null");
    }
    return expression;
  }

  /**
   * Compiles an expression that gives several values: a list, or a map.
   *
   * @throws RuleException as {@link #compile}, and when it can never be one
   */
  public Expression list(String rule, String text) {
    return compile(
        rule, text, Set.of(CelKind.LIST, CelKind.MAP, CelKind.NULL_TYPE), "a list or a map");
  }

  private Expression compile(String rule, String text, Set<CelKind> taken, String wanted) {
    Expression expression = compile(rule, text);
    CelKind kind = expression.type().kind();
    if (kind != CelKind.DYN && !taken.contains(kind)) {
      throw new RuleException(
          file,
          rule,
          "\"" + text + "\" must be " + wanted + ", but is " + expression.type().name());
    }
    return expression;
  }

  private CelAbstractSyntaxTree ast(String rule, String text) {
    if (text == null || text.isBlank()) {
      throw new RuleException(file, rule, "an expression is missing");
    }
    try {
      CelAbstractSyntaxTree ast = cel.compile(text).getAst();
      ConstantArguments.check(ast);
      return ast;
    } catch (Functions.NoValueException e) {
      throw new RuleException(file, rule, e.getMessage() + " in: " + text, e);
    } catch (CelValidationException e) {
      List<String> problems =
          e.getErrors().stream()
              .map(issue -> issue.getMessage().replace(" (in container '')", ""))
              .distinct()
              .toList();
      throw new RuleException(
          file, rule, String.join("; ", problems) + " in \"" + text + "\"" + hint(problems), e);
    }
  }

  private String hint(List<String> problems) {
    String all = String.join("; ", problems);
    if (all.contains("'_?_:_'") && all.contains("null")) {
      return ". Write dyn(null) for null beside a value of a type";
    } else if (all.contains("undeclared reference")) {
      return ". Known are "
          + values.keySet().stream().sorted().collect(Collectors.joining(", "))
          + "; text stands in single quotes";
    }
    return "";
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
