package io.growthline.warehouse;

import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A query for analysts with what its header says of it:
 *
 * <pre>
 * -- Question: one sentence that ends with a question mark, and what a reader must know
 * -- For: growth, finance, pricing, service or data
 * -- Parameters: &#64;name TYPE value, … with values for tests; or none
 * -- Partition filter: dataset.table.column, … of tables that grow by the day; or none
 * -- Bytes budget: N GiB
 * </pre>
 *
 * @param name name of the file
 * @param question what it answers
 * @param audience who asks
 * @param parameters values for tests by name
 * @param filters partition columns of tables that grow by the day
 * @param budget most GiB that it may read
 * @param text the whole file
 */
record QueryFile(
    String name,
    String question,
    String audience,
    Map<String, Object> parameters,
    List<String> filters,
    int budget,
    String text) {
  private static final Path QUERIES = Path.of("queries");
  private static final Pattern HEADER =
      Pattern.compile(
          "-- Question: (?<question>[^\\n]+)\\n"
              + "-- For: (?<for>growth|finance|pricing|service|data)\\n"
              + "-- Parameters: (?<parameters>[^\\n]+)\\n"
              + "-- Partition filter: (?<filters>[^\\n]+)\\n"
              + "-- Bytes budget: (?<budget>\\d+) GiB\\n"
              + "(?=SELECT|WITH)[\\s\\S]+");
  private static final Pattern PARAMETER =
      Pattern.compile("@(\\w+) (STRING|DATE|INT64) (?:'([^']*)'|(\\d+))");
  private static final Pattern USED = Pattern.compile("@(\\w+)");
  private static final Pattern TABLE = Pattern.compile("(?:FROM|JOIN)\\s+(\\w+\\.\\w+)");
  private static final int MOST_GIB = (int) (BigQuerySql.DEFAULT_MAXIMUM_BYTES_BILLED >> 30);

  /** All queries by name. */
  static List<QueryFile> all() {
    try (Stream<Path> files = Files.list(QUERIES)) {
      return files.sorted().map(QueryFile::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static QueryFile read(Path file) {
    try {
      return of(file.getFileName().toString().replace(".sql", ""), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IllegalArgumentException when the header does not say all, or not what the query does
   */
  static QueryFile of(String name, String text) {
    Matcher header = HEADER.matcher(text);
    if (!header.matches()) {
      throw refused(name, "its header has not the five lines that the class QueryFile shows");
    }
    QueryFile query =
        new QueryFile(
            name,
            header.group("question"),
            header.group("for"),
            parameters(header.group("parameters")),
            list(header.group("filters")),
            Integer.parseInt(header.group("budget")),
            text);
    query.check();
    return query;
  }

  private void check() {
    if (!question.contains("?")) {
      throw refused(name, "its question is none");
    }
    if (budget < 1 || budget > MOST_GIB) {
      throw refused(name, "its budget is not of 1 to " + MOST_GIB + " GiB, the limit of the port");
    }
    List<String> used = USED.matcher(sql()).results().map(m -> m.group(1)).distinct().toList();
    if (!used.stream().sorted().toList().equals(parameters.keySet().stream().sorted().toList())) {
      throw refused(name, "its header names " + parameters.keySet() + ", and it uses " + used);
    }
    List<String> needed = new ArrayList<>();
    for (TableSpec<?> table : partitioned()) {
      String column = table.partition().orElseThrow();
      needed.add(table.id() + "." + column);
      if (!Pattern.compile("\\b" + column + " >= \\S*@").matcher(sql()).find()) {
        throw refused(name, "it reads all days of " + table + ": filter by " + column);
      }
    }
    if (!needed.stream().sorted().toList().equals(filters.stream().sorted().toList())) {
      throw refused(
          name, "its partition filters are " + needed + ", and its header says " + filters);
    }
  }

  /** Events and what is recorded of runs; partitioned marts of customers alone stay small. */
  private static boolean grows(TableSpec<?> table) {
    return table.requiresPartitionFilter()
        || table.dataset().equals("monitoring") && table.partition().isPresent();
  }

  private List<? extends TableSpec<?>> partitioned() {
    return TABLE
        .matcher(sql())
        .results()
        .map(found -> Contracts.find(found.group(1)))
        .flatMap(Optional::stream)
        .filter(QueryFile::grows)
        .distinct()
        .toList();
  }

  /** The statement without comments. */
  String sql() {
    return text.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
  }

  /** Types of the parameters by name. */
  Map<String, ColumnType> types() {
    return parameters.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, p -> type(p.getValue())));
  }

  private static ColumnType type(Object value) {
    return value instanceof Long
        ? ColumnType.INT64
        : value instanceof LocalDate ? ColumnType.DATE : ColumnType.STRING;
  }

  private static Map<String, Object> parameters(String text) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (String part : list(text)) {
      Matcher parameter = PARAMETER.matcher(part);
      if (!parameter.matches()) {
        throw new IllegalArgumentException("No parameter with a value for tests: " + part);
      }
      parameters.put(
          parameter.group(1),
          switch (parameter.group(2)) {
            case "INT64" -> (Object) Long.valueOf(parameter.group(4));
            case "DATE" -> LocalDate.parse(parameter.group(3));
            default -> parameter.group(3);
          });
    }
    return parameters;
  }

  private static List<String> list(String text) {
    return text.equals("none") ? List.of() : List.of(text.split(", "));
  }

  private static IllegalArgumentException refused(String name, String because) {
    return new IllegalArgumentException("queries/" + name + ".sql is refused: " + because);
  }

  @Override
  public String toString() {
    return name;
  }
}
