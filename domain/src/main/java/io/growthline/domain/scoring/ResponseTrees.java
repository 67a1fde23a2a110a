package io.growthline.domain.scoring;

import java.util.List;

/**
 * Boosted trees of an outcome, for analyses that keep no model. Their probabilities are those that
 * the trees were grown for, without the scaling of a model in use.
 */
public final class ResponseTrees {
  private final Trees trees;

  private ResponseTrees(Trees trees) {
    this.trees = trees;
  }

  /** Trees of at least one row; the same rows give the same trees. */
  public static ResponseTrees grow(List<LabelledRow> rows) {
    return new ResponseTrees(new Trees(TreeGrower.grow(rows)));
  }

  /** Probability of the outcome of each row. */
  public double[] probabilities(List<double[]> rows) {
    double[] probabilities = trees.margins(rows);
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = 1 / (1 + Math.exp(-probabilities[i]));
    }
    return probabilities;
  }
}
