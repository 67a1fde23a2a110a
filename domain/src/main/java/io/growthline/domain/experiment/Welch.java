package io.growthline.domain.experiment;

import java.util.Optional;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The difference of two means whose variances may differ: the t test of Welch 1947, "The
 * generalization of 'Student's' problem when several different population variances are involved",
 * Biometrika 34, with the degrees of freedom of Satterthwaite 1946, "An approximate distribution of
 * estimates of variance components", Biometrics Bulletin 2. With many units it is the unpooled z
 * test. Valid when it is looked at once, at a time fixed before; see {@link AlwaysValid} for more
 * looks.
 */
public final class Welch {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  private Welch() {}

  /**
   * The effect on a mean or a ratio; empty where an arm has fewer than two units, no mean, or
   * nothing varies.
   *
   * @param level coverage of the intervals, such as 0.95
   */
  public static Optional<Effect> means(Sample control, Sample treatment, double level) {
    if (!isComparable(control, treatment)) {
      return Optional.empty();
    }
    double error = standardError(control, treatment);
    double difference = treatment.mean() - control.mean();
    double t = difference / error;
    double p = 2 * student(control, treatment).cumulativeProbability(-Math.abs(t));
    return Optional.of(effect(control, treatment, level, t, p));
  }

  /**
   * The effect on a proportion. The interval is that of means; the test is the z test that pools
   * both arms, because without an effect they have one proportion: Fleiss, Levin and Paik 2003,
   * "Statistical methods for rates and proportions", 3rd edition, section 3.1. Empty as {@link
   * #means}.
   */
  public static Optional<Effect> proportions(Sample control, Sample treatment, double level) {
    if (!isComparable(control, treatment)) {
      return Optional.empty();
    }
    double pooled =
        (control.n() * control.mean() + treatment.n() * treatment.mean())
            / (control.n() + treatment.n());
    double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / control.n() + 1.0 / treatment.n()));
    double z = (treatment.mean() - control.mean()) / error;
    double p = 2 * NORMAL.cumulativeProbability(-Math.abs(z));
    return Optional.of(effect(control, treatment, level, z, p));
  }

  /** Whether an effect of these arms has an error. */
  static boolean isComparable(Sample control, Sample treatment) {
    return control.isUsable()
        && treatment.isUsable()
        && control.variance() + treatment.variance() > 0;
  }

  /** Of the difference of both means. */
  static double standardError(Sample control, Sample treatment) {
    return Math.sqrt(control.squaredError() + treatment.squaredError());
  }

  /** Degrees of freedom of the difference. */
  static double degrees(Sample control, Sample treatment) {
    double a = control.squaredError();
    double b = treatment.squaredError();
    return (a + b) * (a + b) / (a * a / (control.n() - 1) + b * b / (treatment.n() - 1));
  }

  private static Effect effect(
      Sample control, Sample treatment, double level, double statistic, double p) {
    double error = standardError(control, treatment);
    double quantile = student(control, treatment).inverseCumulativeProbability(0.5 + level / 2);
    return new Effect(
        control,
        treatment,
        Interval.around(treatment.mean() - control.mean(), quantile * error),
        relative(control, treatment, quantile),
        error,
        statistic,
        Math.min(1, p));
  }

  // By the delta method, Deng, Knoblich and Lu 2018, section 3.1 (percent change): the variance of
  // t/c − 1 is Var(t)/c² + t² Var(c)/c⁴. It needs a control well away from 0.
  private static Interval relative(Sample control, Sample treatment, double quantile) {
    double c = control.mean();
    if (!(Math.abs(c) > quantile * Math.sqrt(control.squaredError()))) {
      return null;
    }
    double quotient = treatment.mean() / c;
    double error =
        Math.sqrt(treatment.squaredError() + quotient * quotient * control.squaredError())
            / Math.abs(c);
    return Interval.around(quotient - 1, quantile * error);
  }

  private static TDistribution student(Sample control, Sample treatment) {
    return new TDistribution(degrees(control, treatment));
  }
}
