package io.growthline.domain.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * A model at its maximum of likelihood, with what is uncertain about its parameters. These are all
 * above 0; errors are worked out for their logarithms.
 *
 * @param <M> the model
 */
final class Fitted<M> {
  // Small beside any standard error, large beside the rounding of what is differentiated.
  private static final double STEP = 1e-4;

  private final double[] estimates;
  private final RealMatrix covariance;
  private final double logLikelihood;
  private final M model;
  private final List<M> above = new ArrayList<>();
  private final List<M> below = new ArrayList<>();

  /**
   * @param logs logarithms of the estimates
   * @param covariance of these
   * @param maker makes the model of some parameters
   */
  Fitted(
      RealVector logs, RealMatrix covariance, double logLikelihood, Function<double[], M> maker) {
    this.estimates = exp(logs);
    this.covariance = covariance;
    this.logLikelihood = logLikelihood;
    this.model = maker.apply(estimates);
    for (int i = 0; i < estimates.length; i++) {
      above.add(maker.apply(exp(moved(logs, i, STEP))));
      below.add(maker.apply(exp(moved(logs, i, -STEP))));
    }
  }

  /** The model at its estimates. */
  M model() {
    return model;
  }

  double logLikelihood() {
    return logLikelihood;
  }

  double estimate(int parameter) {
    return estimates[parameter];
  }

  /** Standard error of a parameter. */
  double standardError(int parameter) {
    return estimates[parameter] * Math.sqrt(covariance.getEntry(parameter, parameter));
  }

  /**
   * Variance of the logarithm of what a model says, as far as its parameters are uncertain: by the
   * delta method (Casella and Berger 2002, "Statistical Inference", 2nd ed., section 5.5.4). It is
   * 0 where the model says 0.
   */
  double logVariance(ToDoubleFunction<M> says) {
    double value = says.applyAsDouble(model);
    if (value == 0) {
      return 0;
    }
    RealVector gradient = new ArrayRealVector(estimates.length);
    for (int i = 0; i < estimates.length; i++) {
      double difference = says.applyAsDouble(above.get(i)) - says.applyAsDouble(below.get(i));
      gradient.setEntry(i, difference / (2 * STEP * value));
    }
    return gradient.dotProduct(covariance.operate(gradient));
  }

  static double[] exp(RealVector logs) {
    return logs.map(Math::exp).toArray();
  }

  static RealVector moved(RealVector point, int index, double step) {
    RealVector moved = point.copy();
    moved.addToEntry(index, step);
    return moved;
  }
}
