package io.growthline.domain.decision;

import io.growthline.domain.pricing.Estimate;
import io.growthline.domain.scoring.CalibrationBin;
import io.growthline.domain.uplift.Wilson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How sure a chance of leaving is. */
public final class ChurnIntervals {
  private final List<CalibrationBin> bins;
  private final double uncertainty;

  /**
   * @param bins reliability of the model on rows it never saw; empty when it is not known
   * @param uncertainty half width over the chance, used without bins
   */
  public ChurnIntervals(List<CalibrationBin> bins, double uncertainty) {
    this.bins = bins;
    this.uncertainty = uncertainty;
  }

  /**
   * The chance with its 90 % interval: the Wilson interval of the rate observed in the bin whose
   * mean prediction is nearest, widened to hold the chance itself.
   */
  public Estimate of(double p) {
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
    Estimate observed = Wilson.ofShare(nearest.observedRate(), nearest.rows());
    return new Estimate(p, Math.min(p, observed.lower()), Math.max(p, observed.upper()));
  }

  /**
   * Rates observed for chances up to {@code most}.
   *
   * @param most the largest chance to which they belong; 1 for the last step
   */
  public record Step(double most, Estimate observed) {}

  /**
   * The same intervals for whom chances are compared with the ends of steps, as a statement does:
   * the interval of a chance is that observed in its step, widened to hold the chance itself.
   *
   * @return rising; empty without bins, where only {@link #uncertainty} counts
   */
  public List<Step> steps() {
    List<CalibrationBin> rising =
        bins.stream().sorted(Comparator.comparingDouble(CalibrationBin::meanPredicted)).toList();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < rising.size(); i++) {
      CalibrationBin bin = rising.get(i);
      double most =
          i + 1 < rising.size() ? (bin.meanPredicted() + rising.get(i + 1).meanPredicted()) / 2 : 1;
      steps.add(new Step(most, Wilson.ofShare(bin.observedRate(), bin.rows())));
    }
    return steps;
  }

  /** Half width over the chance, used without bins. */
  public double uncertainty() {
    return uncertainty;
  }
}
