package io.growthline.domain.ingest;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelFunctionBinding;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The functions that source mappings have beside those of CEL. */
final class MappingFunctions {
  private static final Map<String, DateTimeFormatter> FORMATS = new ConcurrentHashMap<>();

  static final List<CelFunctionDecl> DECLARATIONS =
      List.of(
          declare("minor", SimpleType.INT, SimpleType.DYN),
          declare("get", SimpleType.DYN, SimpleType.DYN, SimpleType.STRING),
          declare("coalesce", SimpleType.DYN, SimpleType.DYN, SimpleType.DYN),
          declare("nullIfBlank", SimpleType.DYN, SimpleType.DYN),
          declare("parseDate", SimpleType.STRING, SimpleType.STRING, SimpleType.STRING),
          declare("parseTimestamp", SimpleType.STRING, SimpleType.STRING, SimpleType.STRING));

  static final List<CelFunctionBinding> BINDINGS =
      List.of(
          CelFunctionBinding.from("minor_1", Object.class, MappingFunctions::minor),
          CelFunctionBinding.from("get_2", Object.class, String.class, MappingFunctions::get),
          CelFunctionBinding.from(
              "coalesce_2", Object.class, Object.class, (a, b) -> isNull(a) ? b : a),
          CelFunctionBinding.from(
              "nullIfBlank_1",
              Object.class,
              v -> v instanceof String text && text.isBlank() ? NullValue.NULL_VALUE : v),
          CelFunctionBinding.from(
              "parseDate_2",
              String.class,
              String.class,
              (text, pattern) -> date(parse(text, pattern)).toString()),
          CelFunctionBinding.from(
              "parseTimestamp_2", String.class, String.class, MappingFunctions::timestamp));

  private MappingFunctions() {}

  private static CelFunctionDecl declare(String name, CelType result, CelType... arguments) {
    return CelFunctionDecl.newFunctionDeclaration(
        name, CelOverloadDecl.newGlobalOverload(name + "_" + arguments.length, result, arguments));
  }

  static boolean isNull(Object value) {
    return value == null
        || value instanceof NullValue
        || value instanceof com.google.protobuf.NullValue;
  }

  /** A decimal amount in whole minor units; refuses fractions of them. */
  static long minor(Object amount) {
    return new BigDecimal(amount.toString().strip()).movePointRight(2).longValueExact();
  }

  private static Object get(Object container, String path) {
    Object value = container;
    for (String name : path.split("\\.", -1)) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return isNull(value) ? NullValue.NULL_VALUE : value;
  }

  private static String timestamp(String text, String pattern) {
    TemporalAccessor parsed = parse(text, pattern);
    LocalDateTime local =
        parsed.isSupported(ChronoField.HOUR_OF_DAY)
            ? LocalDateTime.from(parsed)
            : date(parsed).atStartOfDay();
    ZoneOffset offset =
        parsed.isSupported(ChronoField.OFFSET_SECONDS) ? ZoneOffset.from(parsed) : ZoneOffset.UTC;
    return local.toInstant(offset).toString();
  }

  private static LocalDate date(TemporalAccessor parsed) {
    return LocalDate.from(parsed);
  }

  private static TemporalAccessor parse(String text, String pattern) {
    try {
      return FORMATS.computeIfAbsent(pattern, MappingFunctions::format).parse(text.strip());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("Not a date or time of the format " + pattern, e);
    }
  }

  // Years are written yyyy by nearly everybody; strict resolving would demand an era for them.
  private static DateTimeFormatter format(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern.replace('y', 'u'))
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
