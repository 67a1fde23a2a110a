package io.growthline.domain.experiment;

import java.util.Optional;

/**
 * Arms adjusted for what customers did before: Deng, Xu, Kohavi and Walker 2013, "Improving the
 * sensitivity of online controlled experiments by utilizing pre-experiment data", WSDM, section
 * 3.2. The adjusted mean is ȳ − θ (x̄ − E x), with θ = cov(y, x) / var(x), and its variance is that
 * of ȳ times 1 − ρ². Both arms share θ and E x, so that the expected difference stays what it was.
 *
 * @param theta what one more of the covariate is worth
 * @param removed share of the variance of the difference that the adjustment took away: ρ²
 * @param control the control, adjusted
 * @param treatment the treatment, adjusted
 */
public record Cuped(double theta, double removed, Sample control, Sample treatment) {
  /**
   * Of values y with covariates x from before the exposure. Empty where the covariate does not
   * vary: for new customers there is nothing to adjust for.
   */
  public static Optional<Cuped> of(Moments control, Moments treatment) {
    Sample c = Sample.ofMean(control);
    Sample t = Sample.ofMean(treatment);
    double scatter = pooled(control, control.varianceX(), treatment, treatment.varianceX());
    if (!(scatter > 0) || !Welch.isComparable(c, t)) {
      return Optional.empty();
    }
    double theta =
        pooled(control, control.covariance(), treatment, treatment.covariance()) / scatter;
    double expected = control.plus(treatment).meanX();
    Sample adjustedC = adjusted(control, theta, expected);
    Sample adjustedT = adjusted(treatment, theta, expected);
    double kept =
        (adjustedC.squaredError() + adjustedT.squaredError())
            / (c.squaredError() + t.squaredError());
    return Optional.of(new Cuped(theta, 1 - kept, adjustedC, adjustedT));
  }

  private static double pooled(Moments a, double ofA, Moments b, double ofB) {
    return ((a.n() - 1) * ofA + (b.n() - 1) * ofB) / (a.n() + b.n() - 2);
  }

  private static Sample adjusted(Moments arm, double theta, double expected) {
    double variance =
        arm.varianceY() - 2 * theta * arm.covariance() + theta * theta * arm.varianceX();
    return new Sample(
        arm.n(), arm.meanY() - theta * (arm.meanX() - expected), Math.max(0, variance));
  }
}
