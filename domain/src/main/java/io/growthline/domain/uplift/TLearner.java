package io.growthline.domain.uplift;

import io.growthline.domain.scoring.LabelledRow;
import io.growthline.domain.scoring.ResponseTrees;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * Estimates what a treatment changes for each customer as the difference of two models, one of the
 * treated and one of the control: the T-learner of Künzel, Sekhon, Bickel and Yu 2019,
 * "Metalearners for estimating heterogeneous treatment effects using machine learning", PNAS
 * 116(10), equations 2 to 4. Cross-fitted: each row is scored by models of the other folds, so that
 * no outcome is scored by a model that has seen it.
 */
public final class TLearner {
  /** Folds of {@link TrialRow#fold}. */
  public static final int FOLDS = 3;

  private TLearner() {}

  /** Estimated effect of each row, in the order of the rows. */
  public static double[] crossFitted(List<TrialRow> rows) {
    double[] effects = new double[rows.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      List<double[]> scored =
          rows.stream().filter(r -> r.fold() == held).map(TrialRow::features).toList();
      if (scored.isEmpty()) {
        continue;
      }
      double[] treated = predict(rows, r -> r.fold() != held && r.treated(), scored);
      double[] control = predict(rows, r -> r.fold() != held && !r.treated(), scored);
      int next = 0;
      for (int i = 0; i < effects.length; i++) {
        if (rows.get(i).fold() == fold) {
          effects[i] = treated[next] - control[next];
          next++;
        }
      }
    }
    return effects;
  }

  private static double[] predict(
      List<TrialRow> rows, Predicate<TrialRow> which, List<double[]> scored) {
    List<LabelledRow> train =
        rows.stream()
            .filter(which)
            .map(r -> new LabelledRow(LocalDate.EPOCH, r.features(), r.outcome()))
            .toList();
    return ResponseTrees.grow(train).probabilities(scored);
  }
}
