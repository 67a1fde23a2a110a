package io.growthline.domain.geo;

import io.growthline.domain.pricing.Verdict;
import java.util.List;

/** Past days read as a test that treated nobody, so that any effect can be put into them. */
final class PastWindow {
  /** Placebos of a window, at most; a tenth of them must be told from chance. */
  private static final int PLACEBOS = 40;

  private static final Interval SIGNED = new Interval(1, 1, 0);

  private final Counterfactual fit;
  private final double[] residuals;
  private final List<Placebo> placebos;
  private final GeoChecks checks;

  /**
   * @param comparison the regions to be treated beside all others
   * @param controls names of the others
   */
  PastWindow(SyntheticControl method, Comparison comparison, List<String> controls) {
    this.fit = method.fit(comparison);
    this.residuals = method.residuals(comparison);
    this.placebos = Placebo.of(method, comparison, controls, PLACEBOS);
    this.checks = GeoAnalysis.checks(method, comparison, placebos, new double[0][]);
  }

  /** Whether a treatment that adds this share to each day would be read as a gain. */
  boolean finds(double lift) {
    return fit.lifted(lift).att() > 0 && isOk(lift);
  }

  /** Whether an effect would be read where there is none. */
  boolean alarms() {
    return isOk(0);
  }

  private boolean isOk(double lift) {
    Counterfactual lifted = fit.lifted(lift);
    GeoChecks of = checks.withPlaceboP(Placebo.p(lifted, placebos));
    // The interval takes longest, so that all else is asked first, of one that leaves out 0.
    return GeoVerdict.of(SIGNED, of, placebos.size()).verdict() == Verdict.OK
        && p(lifted) <= Interval.ALPHA;
  }

  /**
   * At most {@link Interval#ALPHA} where the interval, which is this test inverted, leaves out 0.
   */
  private double p(Counterfactual lifted) {
    double[] shifted = residuals.clone();
    for (int day = fit.pre(); day < shifted.length; day++) {
      shifted[day] += lifted.actual()[day] - fit.actual()[day];
    }
    return WeekPermutation.of(shifted, fit.pre()).p();
  }
}
