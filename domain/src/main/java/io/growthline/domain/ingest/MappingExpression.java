package io.growthline.domain.ingest;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.growthline.domain.contract.ColumnType;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** One CEL expression of a source mapping, compiled and type-checked. */
final class MappingExpression {
  private static final CelCompiler COMPILER =
      CelCompilerFactory.standardCelCompilerBuilder()
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addVar("row", MapType.create(SimpleType.STRING, SimpleType.DYN))
          .addVar("line", SimpleType.INT)
          .addVar("file", SimpleType.STRING)
          .addFunctionDeclarations(MappingFunctions.DECLARATIONS)
          .build();
  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.standardCelRuntimeBuilder()
          .addFunctionBindings(MappingFunctions.BINDINGS)
          .build();

  private final CelRuntime.Program program;
  private final CelType type;
  private final String where;
  private final String column;

  private MappingExpression(CelRuntime.Program program, CelType type, String where, String column) {
    this.program = program;
    this.type = type;
    this.where = where;
    this.column = column;
  }

  /** Compiles a condition; {@code where} names file and rule in messages. */
  static MappingExpression condition(String text, String where, String column) {
    MappingExpression expression = compile(text, where, column);
    if (!Set.of(CelKind.BOOL, CelKind.DYN).contains(expression.type.kind())) {
      throw expression.wrongType("bool");
    }
    return expression;
  }

  /** Compiles the value of a column. */
  static MappingExpression value(String text, String where, String column, ColumnType columnType) {
    MappingExpression expression = compile(text, where, column);
    Set<CelKind> taken =
        switch (columnType) {
          case STRING, DATE -> Set.of(CelKind.STRING);
          case INT64 -> Set.of(CelKind.INT);
          case FLOAT64 -> Set.of(CelKind.DOUBLE, CelKind.INT);
          case BOOL -> Set.of(CelKind.BOOL);
          case TIMESTAMP -> Set.of(CelKind.TIMESTAMP, CelKind.STRING);
        };
    CelKind kind = expression.type.kind();
    if (!taken.contains(kind) && kind != CelKind.DYN && kind != CelKind.NULL_TYPE) {
      throw expression.wrongType(columnType.toString());
    }
    return expression;
  }

  private static MappingExpression compile(String text, String where, String column) {
    try {
      CelAbstractSyntaxTree tree = COMPILER.compile(text).getAst();
      return new MappingExpression(
          RUNTIME.createProgram(tree), tree.getResultType(), where, column);
    } catch (CelValidationException e) {
      throw new MappingException(
          where + ": " + e.getMessage().lines().findFirst().orElse("invalid") + " in: " + text);
    } catch (CelEvaluationException e) {
      throw new MappingException(where + ": cannot be compiled: " + text);
    }
  }

  private MappingException wrongType(String wanted) {
    return new MappingException(where + ": gives " + type.name() + ", but must give " + wanted);
  }

  boolean isTrue(Map<String, Object> variables) throws RejectedRecordException {
    if (evaluate(variables) instanceof Boolean result) {
      return result;
    }
    throw new RejectedRecordException(
        RejectionCode.WRONG_TYPE, column, where + ": the condition gives no bool");
  }

  /** The value, null for CEL's null. */
  Object evaluate(Map<String, Object> variables) throws RejectedRecordException {
    try {
      Object value = program.eval(variables);
      if (MappingFunctions.isNull(value)) {
        return null;
      }
      return value instanceof com.google.protobuf.Timestamp time
          ? Instant.ofEpochSecond(time.getSeconds(), time.getNanos())
          : value;
    } catch (CelEvaluationException e) {
      boolean absent = e.getErrorCode() == CelErrorCode.ATTRIBUTE_NOT_FOUND;
      throw new RejectedRecordException(
          absent ? RejectionCode.MISSING_FIELD : RejectionCode.WRONG_TYPE,
          column,
          where
              + (absent
                  ? ": a field that the expression needs is absent"
                  : ": the expression cannot be computed from the record"));
    }
  }
}
