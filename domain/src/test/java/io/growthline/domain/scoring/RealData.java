package io.growthline.domain.scoring;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A file of real data as columns of numbers, for evaluations. */
public record RealData(List<String> columns, List<String[]> rows) {

  /** Reads a file, or skips the test where it is absent. */
  public static RealData read(String name, String delimiter) throws IOException {
    Path file =
        Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."))
            .resolve("../shared/data")
            .resolve(name);
    assumeTrue(Files.exists(file), "Skipped: the data file " + name + " is absent");
    List<String> lines = Files.readAllLines(file);
    // A delimiter between quotes is text: an even number of quotes must follow.
    String outside = delimiter + "(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";
    List<String[]> cells =
        lines.stream()
            .map(line -> line.split(outside))
            .map(line -> Arrays.stream(line).map(cell -> cell.replace("\"", "")))
            .map(line -> line.toArray(String[]::new))
            .toList();
    return new RealData(List.of(cells.get(0)), cells.subList(1, cells.size()));
  }

  /** Texts of one column. */
  public List<String> texts(String column) {
    int index = columns.indexOf(column);
    return rows.stream().map(row -> row[index]).toList();
  }

  /** The rows that a condition on one column keeps. */
  public RealData where(String column, Predicate<String> condition) {
    int index = columns.indexOf(column);
    return new RealData(columns, rows.stream().filter(row -> condition.test(row[index])).toList());
  }

  /**
   * Inputs of the other columns: numbers as they are, and for texts one indicator for each value
   * but the first.
   */
  public Inputs inputsWithout(String... left) {
    List<String> out = Arrays.asList(left);
    List<String> names = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    for (String column : columns) {
      if (out.contains(column)) {
        continue;
      }
      List<String> texts = texts(column);
      if (texts.stream().allMatch(text -> text.matches("-?[0-9.]+"))) {
        names.add(column);
        values.add(texts.stream().mapToDouble(Double::parseDouble).toArray());
      } else {
        for (String value : new TreeSet<>(texts).stream().skip(1).toList()) {
          names.add(column + "=" + value);
          values.add(texts.stream().mapToDouble(text -> text.equals(value) ? 1 : 0).toArray());
        }
      }
    }
    List<double[]> inputs =
        IntStream.range(0, rows.size())
            .mapToObj(r -> values.stream().mapToDouble(v -> v[r]).toArray())
            .toList();
    return new Inputs(names, inputs);
  }

  /** Inputs of all rows, with their names. */
  public record Inputs(List<String> names, List<double[]> rows) {}
}
