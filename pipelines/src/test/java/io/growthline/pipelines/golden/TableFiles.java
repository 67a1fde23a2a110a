package io.growthline.pipelines.golden;

import io.growthline.warehouse.SqlWarehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tables as CSV files that a person can check: a header, then the rows ordered by all columns. An
 * absent value is empty, an empty text is {@code ""}.
 */
record TableFiles(Path directory) {
  private static final String SUFFIX = ".csv";
  private static final int LINES_SHOWN = 5;

  /** The names of the tables that have a file. */
  Set<String> tables() {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .map(file -> file.substring(0, file.length() - SUFFIX.length()))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a table's file, the header first; none when there is no file. */
  List<String> lines(String table) {
    try {
      return Files.exists(file(table)) ? Files.readAllLines(file(table)) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces all files by these. */
  void write(Map<String, List<String>> tables) {
    try {
      Files.createDirectories(directory);
      for (String old : tables()) {
        Files.delete(file(old));
      }
      for (Map.Entry<String, List<String>> table : tables.entrySet()) {
        Files.write(file(table.getKey()), table.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String table) {
    return directory.resolve(table + SUFFIX);
  }

  /** The lines of a published table, as a file of it would hold them. */
  static List<String> lines(SqlWarehouse warehouse, String table, Set<String> columnsLeftOut) {
    String columns =
        columnsLeftOut.isEmpty()
            ? "*"
            : "* EXCLUDE (" + String.join(", ", new TreeSet<>(columnsLeftOut)) + ")";
    SqlWarehouse.QueryResult result =
        warehouse.query("SELECT " + columns + " FROM " + table + " ORDER BY ALL", Map.of());
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", result.columns()));
    for (List<Object> row : result.rows()) {
      lines.add(row.stream().map(TableFiles::cell).collect(Collectors.joining(",")));
    }
    return lines;
  }

  /** How lines differ from what was expected, for people; empty when they are equal. */
  static String difference(List<String> expected, List<String> actual) {
    if (actual.equals(expected)) {
      return "";
    }
    List<String> missing = without(expected, actual);
    List<String> unexpected = without(actual, expected);
    return missing.isEmpty() && unexpected.isEmpty()
        ? "the same lines in another order"
        : first("missing", missing) + first("unexpected", unexpected) + "of " + actual.get(0);
  }

  private static List<String> without(List<String> lines, List<String> others) {
    List<String> left = new ArrayList<>(lines);
    others.forEach(left::remove);
    return left;
  }

  private static String first(String what, List<String> lines) {
    return lines.size()
        + " "
        + what
        + "\n"
        + lines.stream()
            .limit(LINES_SHOWN)
            .map(line -> "  " + line + "\n")
            .collect(Collectors.joining());
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    String text = value.toString();
    return text.isEmpty() || text.matches("(?s).*[\",\r\n].*")
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
