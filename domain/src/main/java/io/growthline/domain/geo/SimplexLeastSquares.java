package io.growthline.domain.geo;

import java.util.Arrays;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Weights of at least 0 that add up to 1 and bring a mixture of series closest to a target: the
 * point of least norm in the convex hull of the differences, by the algorithm of Wolfe 1976,
 * "Finding the nearest point in a polytope", Mathematical Programming 11. It takes finitely many
 * steps and no chance, and ends where no series lies closer than the mixture (his condition for the
 * optimum), so there is no tolerance to choose but that of rounding.
 */
final class SimplexLeastSquares {
  /** Part of the mean square added to the diagonal, so that equal series have equal weights. */
  private static final double RIDGE = 1e-12;

  private static final double ROUNDING = 1e-11;

  private final double[][] gram;
  private final double scale;
  private final double[] weights;

  private SimplexLeastSquares(double[][] gram) {
    this.gram = gram;
    this.weights = new double[gram.length];
    double trace = 0;
    for (int i = 0; i < gram.length; i++) {
      trace += gram[i][i];
    }
    this.scale = trace / gram.length;
  }

  /**
   * The weights.
   *
   * @param gram inner products of the differences between each series and the target; it is changed
   */
  static double[] weights(double[][] gram) {
    SimplexLeastSquares problem = new SimplexLeastSquares(gram);
    if (problem.scale > 0) {
      problem.solve();
    } else {
      Arrays.fill(problem.weights, 1.0 / gram.length);
    }
    return problem.weights;
  }

  private void solve() {
    int closest = 0;
    for (int i = 0; i < gram.length; i++) {
      gram[i][i] += RIDGE * scale;
      closest = gram[i][i] < gram[closest][closest] ? i : closest;
    }
    weights[closest] = 1;
    for (int next = enters(); next >= 0; next = enters()) {
      boolean[] in = support();
      in[next] = true;
      improve(in);
    }
  }

  /** The series that brings the mixture closest to the target, or -1 when none does. */
  private int enters() {
    double norm = 0;
    double least = Double.POSITIVE_INFINITY;
    int best = -1;
    for (int i = 0; i < gram.length; i++) {
      double product = 0;
      for (int j = 0; j < gram.length; j++) {
        product += gram[i][j] * weights[j];
      }
      norm += weights[i] * product;
      if (product < least) {
        least = product;
        best = i;
      }
    }
    return norm - least <= ROUNDING * scale || weights[best] > 0 ? -1 : best;
  }

  /** Moves to the best mixture of some series, and drops those that would be below 0 there. */
  private void improve(boolean[] in) {
    while (true) {
      double[] best = bestOf(in);
      double step = 1;
      for (int i = 0; i < best.length; i++) {
        if (in[i] && best[i] <= 0) {
          step = Math.min(step, weights[i] / (weights[i] - best[i]));
        }
      }
      boolean dropped = false;
      for (int i = 0; i < best.length; i++) {
        boolean stays = in[i];
        weights[i] = stays ? weights[i] + step * (best[i] - weights[i]) : 0;
        if (stays && best[i] <= 0 && weights[i] <= ROUNDING) {
          weights[i] = 0;
          in[i] = false;
          dropped = true;
        }
      }
      if (!dropped) {
        return;
      }
    }
  }

  /** Weights, of any sign, of the mixture of some series closest to the target. */
  private double[] bestOf(boolean[] in) {
    int[] places = places(in);
    RealMatrix part = MatrixUtils.createRealMatrix(places.length, places.length);
    for (int i = 0; i < places.length; i++) {
      for (int j = 0; j < places.length; j++) {
        // Adding a constant changes no difference of mixtures, and makes the matrix definite.
        part.setEntry(i, j, gram[places[i]][places[j]] / scale + 1);
      }
    }
    double[] ones = new double[places.length];
    Arrays.fill(ones, 1);
    double[] solved =
        new CholeskyDecomposition(part, 1e-9, 0)
            .getSolver()
            .solve(new ArrayRealVector(ones, false))
            .toArray();
    double sum = Arrays.stream(solved).sum();
    double[] best = new double[gram.length];
    for (int i = 0; i < places.length; i++) {
      best[places[i]] = solved[i] / sum;
    }
    return best;
  }

  private boolean[] support() {
    boolean[] in = new boolean[weights.length];
    for (int i = 0; i < in.length; i++) {
      in[i] = weights[i] > 0;
    }
    return in;
  }

  private static int[] places(boolean[] in) {
    int[] places = new int[in.length];
    int count = 0;
    for (int i = 0; i < in.length; i++) {
      if (in[i]) {
        places[count++] = i;
      }
    }
    return Arrays.copyOf(places, count);
  }
}
