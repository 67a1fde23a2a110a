package io.growthline.domain.pricing;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Maximum likelihood for grouped binary data by iteratively reweighted least squares, which for the
 * logit is Newton's method (McCullagh and Nelder 1989, "Generalized Linear Models", 2nd ed.,
 * sections 2.5 and 4.4): b := b + (X'WX)^-1 X'(y - np) with W = diag(np(1-p)). The covariance is
 * (X'WX)^-1 at the maximum.
 */
final class LogitRegression {
  private static final int MAX_ITERATIONS = 50;
  private static final double TOLERANCE = 1e-10;

  // Probabilities this near to 0 or 1 (log odds beyond 15: one in three million) are not learnt
  // from finite samples: the likelihood has no maximum and the coefficients run away.
  private static final double SEPARATED_LOG_ODDS = 15;

  private LogitRegression() {}

  /**
   * A group of trials with equal regressors.
   *
   * @param x regressors, 1 first
   * @param trials number of trials
   * @param successes number of successes
   */
  record Group(double[] x, long trials, long successes) {}

  /** The data have no finite or no unique maximum likelihood estimate. */
  static final class NotIdentifiedException extends Exception {
    private static final long serialVersionUID = 1L;

    NotIdentifiedException(String message) {
      super(message);
    }
  }

  /**
   * @throws NotIdentifiedException when price or incentive separates acceptances from refusals
   *     (Albert and Anderson 1984, Biometrika 71), or the regressors are collinear
   */
  static LogitFit fit(List<Group> groups) throws NotIdentifiedException {
    int k = groups.get(0).x().length;
    RealVector b = new ArrayRealVector(k);
    for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
      RealMatrix information = new Array2DRowRealMatrix(k, k);
      RealVector score = new ArrayRealVector(k);
      for (Group group : groups) {
        RealVector x = new ArrayRealVector(group.x(), false);
        double logOdds = b.dotProduct(x);
        if (Math.abs(logOdds) > SEPARATED_LOG_ODDS) {
          throw new NotIdentifiedException(
              "Price or incentive separates acceptances from refusals completely");
        }
        double p = LogitFit.logistic(logOdds);
        information =
            information.add(x.outerProduct(x).scalarMultiply(group.trials() * p * (1 - p)));
        score = score.add(x.mapMultiply(group.successes() - group.trials() * p));
      }
      CholeskyDecomposition cholesky = decompose(information, k);
      RealVector step = cholesky.getSolver().solve(score);
      b = b.add(step);
      if (step.getLInfNorm() < TOLERANCE) {
        return fit(b, cholesky.getSolver().getInverse());
      }
    }
    throw new NotIdentifiedException("The likelihood has no finite maximum");
  }

  private static CholeskyDecomposition decompose(RealMatrix information, int k)
      throws NotIdentifiedException {
    double largest = 0;
    for (int i = 0; i < k; i++) {
      largest = Math.max(largest, information.getEntry(i, i));
    }
    try {
      return new CholeskyDecomposition(information, 1e-9, 1e-10 * largest);
    } catch (MathIllegalArgumentException e) {
      throw new NotIdentifiedException(
          "Price and incentive moved together; their effects cannot be told apart");
    }
  }

  private static LogitFit fit(RealVector b, RealMatrix covariance) {
    List<List<Double>> rows = new ArrayList<>();
    for (double[] row : covariance.getData()) {
      rows.add(boxed(row));
    }
    return new LogitFit(boxed(b.toArray()), List.copyOf(rows));
  }

  private static List<Double> boxed(double[] values) {
    List<Double> list = new ArrayList<>();
    for (double value : values) {
      list.add(value);
    }
    return List.copyOf(list);
  }
}
