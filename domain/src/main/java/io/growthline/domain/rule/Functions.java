package io.growthline.domain.rule;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The functions that rules have beside those of CEL. */
final class Functions {
  /** Id of {@code minor(amount)}, which knows no currency. */
  static final String MINOR_OF_HUNDREDTHS = "minor_1";

  private static final int LONGEST_RANGE = 10_000;
  private static final Set<String> TRUE = Set.of("true", "t", "yes", "y", "on", "1");
  private static final Set<String> FALSE = Set.of("false", "f", "no", "n", "off", "0");
  private static final CelType TEXT = SimpleType.STRING;
  private static final CelType INT = SimpleType.INT;
  private static final CelType ANY = SimpleType.DYN;

  private static final List<Function> ALL =
      List.of(
          function("minor", INT, List.of(ANY), a -> Money.minor(a[0])),
          function("minor", INT, List.of(ANY, TEXT), a -> Money.minor(a[0], (String) a[1])),
          function(
              "decimal",
              TEXT,
              List.of(TEXT, TEXT),
              a -> Money.decimal(text(a, 0), text(a, 1), null)),
          function(
              "decimal",
              TEXT,
              List.of(TEXT, TEXT, TEXT),
              a -> Money.decimal(text(a, 0), text(a, 1), text(a, 2))),
          function(
              "accounting",
              TEXT,
              List.of(TEXT, TEXT, TEXT),
              a -> Money.accounting(text(a, 0), text(a, 1), text(a, 2), null)),
          function(
              "accounting",
              TEXT,
              List.of(TEXT, TEXT, TEXT, TEXT),
              a -> Money.accounting(text(a, 0), text(a, 1), text(a, 2), text(a, 3))),
          function("get", ANY, List.of(ANY, TEXT), a -> get(a[0], text(a, 1))),
          function("coalesce", ANY, List.of(ANY, ANY), a -> CelValues.isNull(a[0]) ? a[1] : a[0]),
          function("nullIfBlank", ANY, List.of(ANY), a -> nullIfBlank(a[0])),
          function("parseBool", SimpleType.BOOL, List.of(ANY), a -> bool(a[0])),
          function(
              "parseBool",
              SimpleType.BOOL,
              List.of(TEXT, TEXT, TEXT),
              a -> bool(text(a, 0), text(a, 1), text(a, 2))),
          function("parseDate", TEXT, List.of(TEXT, TEXT), a -> Dates.date(text(a, 0), text(a, 1))),
          function(
              "parseTimestamp",
              SimpleType.TIMESTAMP,
              List.of(TEXT, TEXT),
              a -> Dates.timestamp(text(a, 0), text(a, 1), "UTC")),
          function(
              "parseTimestamp",
              SimpleType.TIMESTAMP,
              List.of(TEXT, TEXT, TEXT),
              a -> Dates.timestamp(text(a, 0), text(a, 1), text(a, 2))),
          function(
              "startOfDay",
              SimpleType.TIMESTAMP,
              List.of(TEXT),
              a -> Dates.startOfDay(text(a, 0), "UTC")),
          function(
              "startOfDay",
              SimpleType.TIMESTAMP,
              List.of(TEXT, TEXT),
              a -> Dates.startOfDay(text(a, 0), text(a, 1))),
          function(
              "addDays", TEXT, List.of(TEXT, INT), a -> Dates.addDays(text(a, 0), (Long) a[1])),
          function(
              "addMonths", TEXT, List.of(TEXT, INT), a -> Dates.addMonths(text(a, 0), (Long) a[1])),
          function("range", ListType.create(INT), List.of(INT), a -> range((Long) a[0])));

  static final List<CelFunctionDecl> DECLARATIONS =
      ALL.stream().collect(Collectors.groupingBy(Function::name)).entrySet().stream()
          .map(
              named ->
                  CelFunctionDecl.newFunctionDeclaration(
                      named.getKey(), named.getValue().stream().map(Function::overload).toList()))
          .toList();

  static final List<CelFunctionBinding> BINDINGS = ALL.stream().map(Function::binding).toList();

  private Functions() {}

  /** A function has no value for its arguments; the message never holds one of them. */
  static final class NoValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    NoValueException(String message) {
      super(message);
    }
  }

  private record Function(
      String name, CelType result, List<CelType> arguments, CelFunctionOverload body) {
    String id() {
      return name + "_" + arguments.size();
    }

    CelOverloadDecl overload() {
      return CelOverloadDecl.newGlobalOverload(id(), result, arguments);
    }

    CelFunctionBinding binding() {
      List<Class<?>> classes = new ArrayList<>();
      for (CelType type : arguments) {
        classes.add(
            type.equals(TEXT) ? String.class : type.equals(INT) ? Long.class : Object.class);
      }
      return CelFunctionBinding.from(id(), classes, body);
    }
  }

  private static Function function(
      String name, CelType result, List<CelType> arguments, CelFunctionOverload body) {
    return new Function(name, result, arguments, body);
  }

  private static String text(Object[] arguments, int index) {
    return (String) arguments[index];
  }

  private static Object get(Object container, String path) {
    Object value = container;
    for (String name : path.split("\\.", -1)) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return CelValues.isNull(value) ? NullValue.NULL_VALUE : value;
  }

  private static Object nullIfBlank(Object value) {
    return value instanceof String text && text.isBlank() ? NullValue.NULL_VALUE : value;
  }

  private static boolean bool(Object value) {
    String text = value.toString().strip().toLowerCase(Locale.ROOT);
    if (!TRUE.contains(text) && !FALSE.contains(text)) {
      throw new NoValueException("neither yes nor no");
    }
    return TRUE.contains(text);
  }

  private static boolean bool(String text, String yes, String no) {
    if (!text.strip().equals(yes) && !text.strip().equals(no)) {
      throw new NoValueException("neither " + yes + " nor " + no);
    }
    return text.strip().equals(yes);
  }

  private static List<Long> range(long length) {
    if (length < 0 || length > LONGEST_RANGE) {
      throw new NoValueException("a range has 0 to " + LONGEST_RANGE + " numbers");
    }
    return LongStream.range(0, length).boxed().toList();
  }
}
