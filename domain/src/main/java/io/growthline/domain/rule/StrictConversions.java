package io.growthline.domain.rule;

import static dev.cel.runtime.CelStandardFunctions.StandardFunction.Overload.Conversions.DOUBLE_TO_INT64;
import static dev.cel.runtime.CelStandardFunctions.StandardFunction.Overload.Conversions.STRING_TO_DOUBLE;

import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelStandardFunctions;
import java.util.List;
import java.util.Set;

/**
 * CEL's own conversions, apart from two that would change a value without a word: {@code int(2.7)}
 * would be 2, and {@code double('5d')} would be 5, because Java writes some numbers so.
 */
final class StrictConversions {
  static final CelStandardFunctions STANDARD =
      CelStandardFunctions.newBuilder()
          .filterFunctions(
              (function, overload) -> !Set.of(DOUBLE_TO_INT64, STRING_TO_DOUBLE).contains(overload))
          .build();

  static final List<CelFunctionBinding> BINDINGS =
      List.of(
          CelFunctionBinding.from("double_to_int64", Double.class, StrictConversions::whole),
          CelFunctionBinding.from("string_to_double", String.class, StrictConversions::number));

  private static final double TOO_LARGE = 0x1p63;

  private StrictConversions() {}

  private static Long whole(Double number) {
    if (number != Math.rint(number)) {
      throw new Functions.NoValueException("not a whole number; math.round(x) makes one");
    } else if (number < -TOO_LARGE || number >= TOO_LARGE) {
      throw new Functions.NoValueException("a number that does not fit in 64 bits");
    }
    return number.longValue();
  }

  private static Double number(String text) {
    String stripped = text.strip();
    for (int i = 0; i < stripped.length(); i++) {
      if ("0123456789.+-eE".indexOf(stripped.charAt(i)) < 0) {
        throw new Functions.NoValueException("not a number");
      }
    }
    try {
      return Double.valueOf(stripped);
    } catch (NumberFormatException e) {
      throw new Functions.NoValueException("not a number");
    }
  }
}
