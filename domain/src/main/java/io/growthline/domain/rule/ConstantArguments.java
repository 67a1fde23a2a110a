package io.growthline.domain.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableAst;

/** Refuses constants with which a function could never give a value, before it meets a row. */
final class ConstantArguments {
  private ConstantArguments() {}

  /**
   * @throws Functions.NoValueException saying what is wrong with a constant
   */
  static void check(CelAbstractSyntaxTree ast) {
    CelNavigableAst.fromAst(ast)
        .getRoot()
        .allNodes()
        .filter(node -> node.getKind() == ExprKind.Kind.CALL)
        .forEach(node -> check(node.expr().call()));
  }

  private static void check(CelCall call) {
    String second = text(call, 1);
    String third = text(call, 2);
    switch (call.function()) {
      case "parseDate" -> {
        if (second != null) {
          TimePattern.ofDays(second);
        }
      }
      case "parseTimestamp" -> {
        if (second != null) {
          TimePattern.ofInstants(second, third == null ? "UTC" : third);
        }
        checkZone(third);
      }
      case "startOfDay" -> checkZone(second);
      case "minor" -> checkCurrency(second);
      case "decimal" -> checkCurrency(third);
      case "accounting" -> checkCurrency(text(call, 3));
      default -> {}
    }
  }

  private static void checkZone(String zone) {
    if (zone != null) {
      Dates.zone(zone);
    }
  }

  private static void checkCurrency(String currency) {
    if (currency != null) {
      CurrencySigns.currency(currency);
    }
  }

  private static String text(CelCall call, int index) {
    if (index >= call.args().size()) {
      return null;
    }
    CelExpr argument = call.args().get(index);
    return argument.getKind() == ExprKind.Kind.CONSTANT
            && argument.constant().getKind() == CelConstant.Kind.STRING_VALUE
        ? argument.constant().stringValue()
        : null;
  }
}
