package io.growthline.domain.rule;

import dev.cel.common.values.NullValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Java values in the forms that CEL knows: 64-bit numbers, text, bool, instants, lists, maps. */
public final class CelValues {
  private CelValues() {}

  /** A value for expressions. Dates and decimals become text, absent values CEL's null. */
  public static Object of(Object value) {
    if (value == null) {
      return NullValue.NULL_VALUE;
    } else if (value instanceof Map<?, ?> map) {
      Map<String, Object> converted = new LinkedHashMap<>();
      map.forEach((key, v) -> converted.put(key.toString(), of(v)));
      return converted;
    } else if (value instanceof List<?> list) {
      List<Object> converted = new ArrayList<>(list.size());
      list.forEach(v -> converted.add(of(v)));
      return converted;
    } else if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    } else if (value instanceof Float number) {
      return number.doubleValue();
    } else if (value instanceof java.math.BigDecimal number) {
      return number.toPlainString();
    } else if (value instanceof Long
        || value instanceof Double
        || value instanceof Boolean
        || value instanceof Instant
        || value instanceof NullValue) {
      return value;
    }
    return value.toString();
  }

  /** Whether CEL means null by it. */
  public static boolean isNull(Object value) {
    return value == null
        || value instanceof NullValue
        || value instanceof com.google.protobuf.NullValue;
  }
}
