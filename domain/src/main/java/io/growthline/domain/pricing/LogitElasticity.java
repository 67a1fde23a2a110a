package io.growthline.domain.pricing;

/**
 * Own-price elasticity of acceptance in a binary logit whose regressor 1 is the logarithm of price:
 * (1 - P) z dV/dz, here b1 (1 - P) (Train 2009, "Discrete Choice Methods with Simulation", 2nd ed.,
 * section 3.6, own elasticity of logit probabilities).
 */
final class LogitElasticity {
  private LogitElasticity() {}

  /** The elasticity at {@code x} with its 90 % interval by the delta method. */
  static Estimate at(LogitFit fit, double[] x) {
    double p = fit.probability(x);
    double b1 = fit.coefficients().get(1);
    double[] gradient = new double[x.length];
    for (int j = 0; j < x.length; j++) {
      gradient[j] = -b1 * p * (1 - p) * x[j] + (j == 1 ? 1 - p : 0);
    }
    return Estimate.normal(b1 * (1 - p), fit.standardError(gradient));
  }
}
