package io.growthline.cloudrun.api;

import io.growthline.domain.contract.TableSpec;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads what stands after the question mark of an address; nothing unknown is ignored. */
final class Parameters {
  private static final int NAMED = 50;

  private Parameters() {}

  /** What an address may have that asks for a page: filters, and what every page has. */
  static List<String> ofPages(List<String> filters) {
    return Stream.concat(filters.stream(), Stream.of("sort", "limit", "cursor")).toList();
  }

  /** Each order both ways; after a minus sign large values come first. */
  static List<String> sorts(List<String> orders) {
    return orders.stream().flatMap(order -> Stream.of(order, "-" + order)).toList();
  }

  /** The closed set of values that the contract gives a column. */
  static List<String> allowed(Class<? extends Record> table, String column) {
    TableSpec<?> spec = TableSpec.of(table);
    return spec.columns().get(spec.indexOf(column)).allowed();
  }

  /**
   * @throws ProblemException when the address has a parameter that is none of these
   */
  static void requireKnown(UriInfo uri, List<String> known) {
    Set<String> unknown = new TreeSet<>(uri.getQueryParameters().keySet());
    known.forEach(unknown::remove);
    for (String name : unknown) {
      throw new ProblemException(
          ProblemCode.UNKNOWN_COLUMN,
          "There is no parameter " + name + "; known: " + String.join(", ", known),
          name);
    }
  }

  /**
   * Adds a filter to those that were asked for.
   *
   * @param value null when the parameter is absent
   */
  static void putIfAsked(Map<String, String> filters, String name, String value) {
    if (value != null) {
      filters.put(name, value);
    }
  }

  /**
   * @param value null when the parameter is absent
   * @throws ProblemException when the value is none of those to choose from
   */
  static void requireOneOf(String field, String value, List<String> known) {
    if (value != null && !known.contains(value)) {
      List<String> named = known.stream().limit(NAMED).toList();
      throw ProblemException.notAllowed(field, value, named);
    }
  }

  /**
   * A day; null when the parameter is absent.
   *
   * @throws ProblemException when it is none
   */
  static LocalDate day(String field, String value) {
    try {
      return value == null ? null : LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw new ProblemException(
          ProblemCode.WRONG_TYPE, field + " must be a date such as 2026-01-31", field);
    }
  }

  /**
   * A whole number.
   *
   * @throws ProblemException when it is none, or out of range
   */
  static int whole(String field, String value, int least, int most) {
    String range = field + " must be a whole number between " + least + " and " + most;
    if (!value.matches("-?[0-9]{1,18}")) {
      throw new ProblemException(ProblemCode.WRONG_TYPE, range, field);
    }
    long number = Long.parseLong(value);
    if (number < least || number > most) {
      throw new ProblemException(ProblemCode.OUT_OF_RANGE, range, field);
    }
    return (int) number;
  }
}
