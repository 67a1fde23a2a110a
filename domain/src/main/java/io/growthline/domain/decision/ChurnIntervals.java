package io.growthline.domain.decision;

import io.growthline.domain.pricing.Estimate;
import io.growthline.domain.scoring.CalibrationBin;
import io.growthline.domain.uplift.Wilson;
import java.util.List;

/** How sure a chance of leaving is. */
final class ChurnIntervals {
  private final List<CalibrationBin> bins;
  private final double uncertainty;

  /**
   * @param bins reliability of the model on rows it never saw; empty when it is not known
   * @param uncertainty half width over the chance, used without bins
   */
  ChurnIntervals(List<CalibrationBin> bins, double uncertainty) {
    this.bins = bins;
    this.uncertainty = uncertainty;
  }

  /**
   * The chance with its 90 % interval: the Wilson interval of the rate observed in the bin whose
   * mean prediction is nearest, widened to hold the chance itself.
   */
  Estimate of(double p) {
    if (bins.isEmpty()) {
      return new Estimate(
          p, Math.max(0, p * (1 - uncertainty)), Math.min(1, p * (1 + uncertainty)));
    }
    CalibrationBin nearest = bins.get(0);
    for (CalibrationBin bin : bins) {
      if (Math.abs(bin.meanPredicted() - p) < Math.abs(nearest.meanPredicted() - p)) {
        nearest = bin;
      }
    }
    Estimate observed = wilson(nearest.observedRate(), nearest.rows());
    return new Estimate(p, Math.min(p, observed.lower()), Math.max(p, observed.upper()));
  }

  /** A share of rows with its interval. */
  static Estimate wilson(double share, long rows) {
    return Wilson.ofShare(share, rows);
  }
}
