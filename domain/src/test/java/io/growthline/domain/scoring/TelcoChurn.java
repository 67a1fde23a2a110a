package io.growthline.domain.scoring;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The telco churn data as numbers: tenure and charges standardised, and for every other column one
 * indicator for each value but the first.
 */
public record TelcoChurn(List<double[]> features, boolean[] churned) {
  private static final int FOLDS = 5;
  private static final List<String> NUMBERS = List.of("tenure", "MonthlyCharges", "TotalCharges");

  /** Area under the curve and Brier score, each the mean over the folds. */
  public record Quality(double auc, double brier) {}

  /** Probabilities for some rows by a model of other rows. */
  @FunctionalInterface
  public interface Model {
    double[] predict(List<double[]> train, boolean[] outcomes, List<double[]> test)
        throws Exception;
  }

  /** Reads the data, or skips the test where it is absent. */
  public static TelcoChurn read() throws IOException {
    Path file =
        Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."))
            .resolve("../shared/data/telco.csv");
    assumeTrue(Files.exists(file), "Skipped: the data file telco.csv is absent");
    List<String> lines = Files.readAllLines(file);
    List<String> names = List.of(lines.get(0).split(","));
    List<String[]> rows = lines.stream().skip(1).map(line -> line.split(",")).toList();
    List<double[]> columns = new ArrayList<>();
    for (String name : names) {
      int column = names.indexOf(name);
      // "No phone service" and "No internet service" stand in other columns too.
      List<String> values =
          rows.stream().map(r -> r[column].startsWith("No ") ? "No" : r[column].strip()).toList();
      if (NUMBERS.contains(name)) {
        columns.add(standardised(values));
      } else if (!name.equals("customerID") && !name.equals("Churn")) {
        new TreeSet<>(values)
            .stream().skip(1).map(value -> indicator(values, value)).forEach(columns::add);
      }
    }
    List<double[]> features =
        IntStream.range(0, rows.size())
            .mapToObj(r -> columns.stream().mapToDouble(c -> c[r]).toArray())
            .toList();
    boolean[] churned = new boolean[rows.size()];
    IntStream.range(0, churned.length)
        .forEach(r -> churned[r] = rows.get(r)[names.size() - 1].equals("Yes"));
    return new TelcoChurn(features, churned);
  }

  /** Cross-validates: each fifth row in turn is predicted by a model of the others. */
  public Quality crossValidate(Model model) throws Exception {
    double auc = 0;
    double brier = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      Map<Boolean, List<Integer>> parts =
          IntStream.range(0, churned.length)
              .boxed()
              .collect(java.util.stream.Collectors.partitioningBy(r -> r % FOLDS == held));
      boolean[] truth = outcomes(parts.get(true));
      double[] predicted =
          model.predict(rows(parts.get(false)), outcomes(parts.get(false)), rows(parts.get(true)));
      auc += BinaryMetrics.auc(predicted, truth) / FOLDS;
      brier += BinaryMetrics.brier(predicted, truth) / FOLDS;
    }
    return new Quality(auc, brier);
  }

  private List<double[]> rows(List<Integer> which) {
    return which.stream().map(features::get).toList();
  }

  private boolean[] outcomes(List<Integer> which) {
    boolean[] outcomes = new boolean[which.size()];
    IntStream.range(0, outcomes.length).forEach(i -> outcomes[i] = churned[which.get(i)]);
    return outcomes;
  }

  private static double[] indicator(List<String> values, String value) {
    return values.stream().mapToDouble(v -> v.equals(value) ? 1 : 0).toArray();
  }

  private static double[] standardised(List<String> values) {
    double[] numbers =
        values.stream().mapToDouble(v -> v.isEmpty() ? 0 : Double.parseDouble(v)).toArray();
    double mean =
        IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).average().orElse(0);
    double variance =
        IntStream.range(0, numbers.length)
            .mapToDouble(i -> (numbers[i] - mean) * (numbers[i] - mean))
            .average()
            .orElse(0);
    return IntStream.range(0, numbers.length)
        .mapToDouble(i -> (numbers[i] - mean) / Math.sqrt(variance))
        .toArray();
  }
}
