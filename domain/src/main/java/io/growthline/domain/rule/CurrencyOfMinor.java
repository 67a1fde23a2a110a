package io.growthline.domain.rule;

import com.google.common.collect.ImmutableList;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names the currency once: what {@code minor(amount, currency)} is given is also the currency whose
 * sign may stand beside the number that {@code decimal} and {@code accounting} read within it.
 */
final class CurrencyOfMinor {
  static final CelMacro MACRO =
      CelMacro.newGlobalMacro("minor", 2, (factory, target, args) -> expand(factory, args));

  private static final Map<String, Integer> ARGUMENTS = Map.of("decimal", 2, "accounting", 3);

  private CurrencyOfMinor() {}

  private static Optional<CelExpr> expand(
      CelMacroExprFactory factory, ImmutableList<CelExpr> args) {
    CelExpr currency = args.get(1);
    CelExpr amount = with(currency, args.get(0), factory);
    return amount == args.get(0)
        ? Optional.empty()
        : Optional.of(factory.newGlobalCall("minor", amount, currency));
  }

  private static CelExpr with(CelExpr currency, CelExpr expression, CelMacroExprFactory factory) {
    CelCall call = expression.callOrDefault();
    if (call.function().isEmpty() || call.target().isPresent()) {
      return expression;
    }
    List<CelExpr> arguments = new ArrayList<>();
    call.args().forEach(argument -> arguments.add(with(currency, argument, factory)));
    if (Integer.valueOf(arguments.size()).equals(ARGUMENTS.get(call.function()))) {
      arguments.add(factory.copy(currency));
    }
    return arguments.equals(call.args())
        ? expression
        : factory.newGlobalCall(call.function(), arguments);
  }
}
