package io.growthline.domain.scoring;

import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Grows gradient boosted trees (Chen and Guestrin 2016, "XGBoost"). Nothing is sampled and one
 * thread adds all sums, so equal rows give equal trees. Trees are shallow: few rows, and cheap
 * SHAP.
 */
final class TreeGrower {
  private static final int ROUNDS = 120;

  private static final Map<String, Object> PARAMETERS =
      Map.of(
          "objective", "binary:logistic",
          "tree_method", "hist",
          "max_depth", 3,
          "eta", 0.08,
          "lambda", 2.0,
          "min_child_weight", 5,
          "nthread", 1,
          "seed", 42,
          "verbosity", 0);

  private TreeGrower() {}

  /** Trees of these rows, in UBJSON. */
  static byte[] grow(List<LabelledRow> rows) {
    DMatrix matrix = null;
    Booster booster = null;
    try {
      matrix = Trees.matrix(rows.stream().map(LabelledRow::features).toList());
      float[] labels = new float[rows.size()];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = rows.get(i).outcome() ? 1 : 0;
      }
      matrix.setLabel(labels);
      booster = XGBoost.train(matrix, PARAMETERS, ROUNDS, Map.of(), null, null);
      return booster.toByteArray("ubj");
    } catch (XGBoostError e) {
      throw new IllegalStateException("Training failed", e);
    } finally {
      if (booster != null) {
        booster.dispose();
      }
      if (matrix != null) {
        matrix.dispose();
      }
    }
  }
}
