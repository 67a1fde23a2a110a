package io.growthline.domain.experiment;

import java.util.Optional;

/**
 * An interval and a p value that hold however often they are looked at: the chance that the
 * interval ever leaves out the true effect, over all looks, is at most one less its level.
 *
 * <p>The asymptotic confidence sequence of Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas 2024,
 * "Time-uniform central limit theory and asymptotic confidence sequences", Annals of Statistics 52,
 * theorem 2.2: with t units and r = t ρ², the half width is σ / √t · √((1 + r) / r · (2 ln(1/α) +
 * ln(1 + r))). Here σ / √t is the standard error of the difference, and t = n₁ n₂ / (n₁ + n₂). The
 * p value is the smallest α whose interval leaves out 0, which is the inverse of the mixture
 * likelihood ratio of Johari, Koomen, Pekelis and Walsh 2022, "Always valid inference", Operations
 * Research 70.
 *
 * <p>ρ is fixed before any data: the interval is tightest, 1.55 times the fixed-horizon one, at
 * {@value #TUNED_UNITS} units an arm, by ρ² = (−2 ln α + ln(1 − 2 ln α)) / t for α = 0.05 (the same
 * paper, appendix on tuning the mixture). It holds for many units; with fewer than {@value
 * #FIRST_LOOK} an arm there is none, and a small ρ keeps it wide for a few hundred.
 *
 * @param difference the effect with its interval
 * @param pValue always-valid p value
 */
public record AlwaysValid(Interval difference, double pValue) {
  /** Fewest units of an arm. */
  public static final int FIRST_LOOK = 30;

  /** Units of each of two equal arms for which the interval is tightest. */
  public static final int TUNED_UNITS = 1_000;

  private static final double TUNED_ALPHA = 0.05;
  private static final double RHO_SQUARED =
      (-2 * Math.log(TUNED_ALPHA) + Math.log(1 - 2 * Math.log(TUNED_ALPHA))) / (TUNED_UNITS / 2.0);

  /**
   * Of two arms; empty with too few units, and where nothing varies.
   *
   * @param level coverage over all looks, such as 0.95
   */
  public static Optional<AlwaysValid> of(Sample control, Sample treatment, double level) {
    if (Math.min(control.n(), treatment.n()) < FIRST_LOOK
        || !Welch.isComparable(control, treatment)) {
      return Optional.empty();
    }
    double difference = treatment.mean() - control.mean();
    double error = Welch.standardError(control, treatment);
    double units = (double) control.n() * treatment.n() / (control.n() + treatment.n());
    double r = units * RHO_SQUARED;
    double z = difference / error;
    double half = error * Math.sqrt((1 + r) / r * (-2 * Math.log(1 - level) + Math.log1p(r)));
    double logRatio = z * z * r / (2 * (1 + r)) - Math.log1p(r) / 2;
    return Optional.of(
        new AlwaysValid(Interval.around(difference, half), Math.min(1, Math.exp(-logRatio))));
  }
}
