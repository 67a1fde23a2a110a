package io.growthline.domain.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for an input that knows the outcome. What is known before an outcome is spread over many
 * inputs, and what one of them says the others say in part. An input that was written with the
 * outcome says what no other does, and says it alone. So the input that ranks the rows best is
 * suspect when all of this holds, each by the area under the ROC curve (AUC):
 *
 * <ul>
 *   <li>alone it reaches {@value #LEAST_ALONE};
 *   <li>alone it ranks better than a model of all other inputs;
 *   <li>beside the others it takes at least {@value #LEAST_TAKEN} of the ranking error that they
 *       leave: (AUC with it − AUC without) / (1 − AUC without).
 * </ul>
 *
 * <p>The thresholds are a convention. Rows are taken in turn, not by time, so that a shift of the
 * population does not look like a leak, and at most {@value #MOST_ROWS} of them; fewer than {@value
 * #LEAST_ROWS} say too little.
 */
final class LeakCheck {
  static final double LEAST_ALONE = 0.75;
  static final double LEAST_TAKEN = 0.5;
  static final int LEAST_ROWS = 1_000;
  private static final int MOST_ROWS = 20_000;

  private final List<LabelledRow> learned;
  private final List<LabelledRow> judged;
  private final boolean[] outcomes;

  private LeakCheck(List<LabelledRow> rows) {
    int step = (rows.size() + MOST_ROWS - 1) / MOST_ROWS;
    learned = every(2 * step, 0, rows);
    judged = every(2 * step, step, rows);
    outcomes = new boolean[judged.size()];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = judged.get(i).outcome();
    }
  }

  /**
   * An input that must be left out.
   *
   * @param feature its name
   * @param alone AUC of this input alone
   * @param others AUC of a model of all other inputs
   * @param all AUC of a model of all inputs
   */
  record Suspicion(String feature, double alone, double others, double all) {
    /** Share of the ranking error of the others that the input takes. */
    double taken() {
      return (all - others) / (1 - others);
    }
  }

  /**
   * The input that is suspect, if one is.
   *
   * @param names of the inputs
   * @param rows with both outcomes
   */
  static Optional<Suspicion> find(List<String> names, List<LabelledRow> rows) {
    if (rows.size() < LEAST_ROWS) {
      return Optional.empty();
    }
    return new LeakCheck(rows)
        .strongest(names)
        .filter(s -> s.alone() > s.others() && s.taken() >= LEAST_TAKEN);
  }

  private Optional<Suspicion> strongest(List<String> names) {
    int strongest = 0;
    double alone = 0;
    for (int feature = 0; feature < names.size(); feature++) {
      double auc = alone(feature);
      if (auc > alone) {
        strongest = feature;
        alone = auc;
      }
    }
    return alone < LEAST_ALONE || names.size() < 2
        ? Optional.empty()
        : Optional.of(
            new Suspicion(
                names.get(strongest),
                alone,
                auc(without(learned, strongest), without(judged, strongest)),
                auc(learned, judged)));
  }

  // In either direction; a missing value counts as the smallest.
  private double alone(int feature) {
    double[] values =
        judged.stream()
            .mapToDouble(row -> row.features()[feature])
            .map(value -> Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value)
            .toArray();
    double auc = BinaryMetrics.auc(values, outcomes);
    return Math.max(auc, 1 - auc);
  }

  private double auc(List<LabelledRow> learn, List<LabelledRow> judge) {
    List<double[]> inputs = judge.stream().map(LabelledRow::features).toList();
    return BinaryMetrics.auc(ResponseTrees.grow(learn).probabilities(inputs), outcomes);
  }

  private static List<LabelledRow> every(int step, int from, List<LabelledRow> rows) {
    List<LabelledRow> kept = new ArrayList<>();
    for (int i = from; i < rows.size(); i += step) {
      kept.add(rows.get(i));
    }
    return kept;
  }

  private static List<LabelledRow> without(List<LabelledRow> rows, int feature) {
    return rows.stream()
        .map(row -> new LabelledRow(row.day(), without(row.features(), feature), row.outcome()))
        .toList();
  }

  private static double[] without(double[] values, int feature) {
    double[] kept = new double[values.length - 1];
    System.arraycopy(values, 0, kept, 0, feature);
    System.arraycopy(values, feature + 1, kept, feature, kept.length - feature);
    return kept;
  }
}
