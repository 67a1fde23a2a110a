package io.growthline.domain.experiment;

import java.util.OptionalLong;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * What an experiment can see: Kohavi, Longbotham, Sommerfield and Henne 2009, "Controlled
 * experiments on the web: survey and practical guide", Data Mining and Knowledge Discovery 18,
 * section 3.2. Its 16 σ² / Δ² units an arm are 2 (z(1 − α/2) + z(power))² = 15.7 for α = 0.05 and
 * power 0.8.
 *
 * @param alpha chance of seeing an effect that is not there, two-sided
 * @param power chance of seeing one that is
 */
public record Power(double alpha, double power) {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  /** The usual one: alpha 0.05, power 0.8. */
  public static final Power USUAL = new Power(0.05, 0.8);

  /**
   * @throws IllegalArgumentException unless both are between 0 and 1
   */
  public Power {
    if (!(alpha > 0 && alpha < 1 && power > 0 && power < 1)) {
      throw new IllegalArgumentException("alpha and power must be between 0 and 1");
    }
  }

  /**
   * The chance of seeing an effect of this size, of two arms as they are; the chance of seeing one
   * of the wrong sign is left out.
   */
  public static double of(double effect, Sample control, Sample treatment, double alpha) {
    double z = Math.abs(effect) / Welch.standardError(control, treatment);
    return NORMAL.cumulativeProbability(z - NORMAL.inverseCumulativeProbability(1 - alpha / 2));
  }

  /** The smallest effect that is seen with this power, of two arms as they are. */
  public double detectable(Sample control, Sample treatment) {
    return quantiles() * Welch.standardError(control, treatment);
  }

  /**
   * Units of both arms together that an effect needs to be seen with this power.
   *
   * @param variance of a unit
   * @param controlShare share of the control in both arms
   * @param effect difference of means, not 0
   */
  public long units(double variance, double controlShare, double effect) {
    if (effect == 0 || !(controlShare > 0 && controlShare < 1)) {
      throw new IllegalArgumentException(
          "No number of units shows an effect of %s with a control share of %s"
              .formatted(effect, controlShare));
    }
    double parts = 1 / controlShare + 1 / (1 - controlShare);
    double factor = quantiles() * quantiles();
    return (long) Math.ceil(factor * variance * parts / (effect * effect));
  }

  /**
   * Whole days until so many units are enrolled; 0 when they are, empty when nobody comes.
   *
   * @param enrolled units so far
   * @param perDay units that come in a day
   */
  public static OptionalLong daysLeft(long needed, long enrolled, double perDay) {
    if (enrolled >= needed) {
      return OptionalLong.of(0);
    }
    return perDay > 0
        ? OptionalLong.of((long) Math.ceil((needed - enrolled) / perDay))
        : OptionalLong.empty();
  }

  private double quantiles() {
    return NORMAL.inverseCumulativeProbability(1 - alpha / 2)
        + NORMAL.inverseCumulativeProbability(power);
  }
}
