package io.growthline.domain.value;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Maximum likelihood of parameters above 0: a search by simplex (Nelder and Mead 1965, Computer
 * Journal 7), then Newton's method. The covariance is the inverse of the observed information. It
 * starts at 1 for every parameter and uses no chance, so equal data give equal estimates.
 */
final class MaximumLikelihood {
  private static final double FARTHEST = Math.log(1e4);
  private static final double WORST = -1e100;
  private static final double SIMPLEX_SIDE = 0.5;
  private static final double SIMPLEX_TOLERANCE = 1e-8;
  private static final int MAX_EVALUATIONS = 3_000;
  private static final int MAX_NEWTON_STEPS = 20;
  private static final double DERIVATIVE_STEP = 1e-4;

  // Of the Newton decrement, which is the squared distance to the maximum in standard errors.
  private static final double TOLERANCE = 1e-8;

  private final MultivariateFunction objective;
  private final int parameters;
  private final long observations;

  private MaximumLikelihood(MultivariateFunction objective, int parameters, long observations) {
    this.objective = objective;
    this.parameters = parameters;
    this.observations = observations;
  }

  /**
   * Fits a model.
   *
   * @param maker makes the model of some parameters, in their order
   * @param logLikelihood of all observations
   * @param observations their number
   * @throws NotIdentifiedException when the likelihood has no maximum that stands out
   */
  static <M> Fitted<M> fit(
      int parameters,
      Function<double[], M> maker,
      ToDoubleFunction<M> logLikelihood,
      long observations)
      throws NotIdentifiedException {
    // Of one observation, so that tolerances do not depend on their number.
    MultivariateFunction objective =
        logs -> {
          RealVector point = new ArrayRealVector(logs, false);
          if (!(point.getLInfNorm() <= FARTHEST)) {
            return WORST;
          }
          double sum = logLikelihood.applyAsDouble(maker.apply(Fitted.exp(point)));
          return Double.isFinite(sum) ? sum / observations : WORST;
        };
    return new MaximumLikelihood(objective, parameters, observations).fit(maker);
  }

  private <M> Fitted<M> fit(Function<double[], M> maker) throws NotIdentifiedException {
    RealVector logs = search();
    for (int step = 0; step < MAX_NEWTON_STEPS; step++) {
      RealVector score = score(logs);
      CholeskyDecomposition information = decompose(information(logs));
      RealVector newton = information.getSolver().solve(score);
      if (observations * score.dotProduct(newton) < TOLERANCE) {
        return new Fitted<>(
            logs,
            information.getSolver().getInverse().scalarMultiply(1.0 / observations),
            at(logs) * observations,
            maker);
      }
      logs = logs.add(newton);
    }
    throw notIdentified();
  }

  private RealVector search() throws NotIdentifiedException {
    try {
      return new ArrayRealVector(
          new SimplexOptimizer(SIMPLEX_TOLERANCE, 0)
              .optimize(
                  new MaxEval(MAX_EVALUATIONS),
                  new ObjectiveFunction(objective),
                  GoalType.MAXIMIZE,
                  new InitialGuess(new double[parameters]),
                  new NelderMeadSimplex(parameters, SIMPLEX_SIDE))
              .getPoint());
    } catch (MathIllegalStateException e) {
      throw notIdentified(); // the search did not end
    }
  }

  private RealVector score(RealVector logs) {
    RealVector score = new ArrayRealVector(parameters);
    for (int i = 0; i < parameters; i++) {
      double difference =
          at(Fitted.moved(logs, i, DERIVATIVE_STEP)) - at(Fitted.moved(logs, i, -DERIVATIVE_STEP));
      score.setEntry(i, difference / (2 * DERIVATIVE_STEP));
    }
    return score;
  }

  private RealMatrix information(RealVector logs) {
    double h = DERIVATIVE_STEP;
    RealMatrix information = new Array2DRowRealMatrix(parameters, parameters);
    for (int i = 0; i < parameters; i++) {
      RealVector up = Fitted.moved(logs, i, h);
      RealVector down = Fitted.moved(logs, i, -h);
      for (int j = 0; j <= i; j++) {
        double second =
            at(Fitted.moved(up, j, h))
                - at(Fitted.moved(up, j, -h))
                - at(Fitted.moved(down, j, h))
                + at(Fitted.moved(down, j, -h));
        information.setEntry(i, j, -second / (4 * h * h));
        information.setEntry(j, i, -second / (4 * h * h));
      }
    }
    return information;
  }

  private double at(RealVector logs) {
    return objective.value(logs.toArray());
  }

  private static CholeskyDecomposition decompose(RealMatrix information)
      throws NotIdentifiedException {
    double largest = 0;
    for (int i = 0; i < information.getRowDimension(); i++) {
      largest = Math.max(largest, information.getEntry(i, i));
    }
    try {
      return new CholeskyDecomposition(information, 1e-9, 1e-7 * largest);
    } catch (MathIllegalArgumentException e) {
      throw notIdentified();
    }
  }

  private static NotIdentifiedException notIdentified() {
    return new NotIdentifiedException(
        "the likelihood has no maximum that stands out, so its parameters cannot be told apart");
  }
}
