package io.growthline.domain.experiment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * Whether the values of a segment differ in their effect: Cochran 1954, "The combination of
 * estimates from different experiments", Biometrics 10. Q is the sum of (effect − mean)² / variance
 * around the mean weighted by inverse variances, chi-square with one degree less than there are
 * values; for two values it is the squared z of their difference. I² is that of Higgins and
 * Thompson 2002, "Quantifying heterogeneity in a meta-analysis", Statistics in Medicine 21: (Q −
 * df) / Q, at least 0.
 *
 * @param q Cochran's Q
 * @param degrees degrees of freedom
 * @param pValue chance of at least this without a difference
 * @param share I², share of the spread of effects that is not chance
 */
public record Heterogeneity(double q, int degrees, double pValue, double share) {
  /** Fewest customers of each arm for an effect of a segment's value. */
  public static final int FEWEST = 250;

  /** Of the effects of the values of one segment; empty with fewer than two. */
  public static Optional<Heterogeneity> of(List<Effect> effects) {
    if (effects.size() < 2) {
      return Optional.empty();
    }
    double weights = 0;
    double sum = 0;
    for (Effect effect : effects) {
      weights += weight(effect);
      sum += weight(effect) * effect.difference().estimate();
    }
    double mean = sum / weights;
    double q = 0;
    for (Effect effect : effects) {
      double off = effect.difference().estimate() - mean;
      q += weight(effect) * off * off;
    }
    int degrees = effects.size() - 1;
    double p = 1 - new ChiSquaredDistribution(degrees).cumulativeProbability(q);
    return Optional.of(
        new Heterogeneity(q, degrees, p, q == 0 ? 0 : Math.max(0, (q - degrees) / q)));
  }

  /**
   * Why the effect of a segment's value is withheld; empty when there are enough customers.
   *
   * @param value value of the segment
   */
  public static Optional<String> withheld(String value, long control, long treatment) {
    return Math.min(control, treatment) >= FEWEST
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%s has %,d customers in the control and %,d in the treatment; %d of each are needed",
                value,
                control,
                treatment,
                FEWEST));
  }

  private static double weight(Effect effect) {
    return 1 / (effect.standardError() * effect.standardError());
  }
}
