package io.growthline.domain.geo;

import java.util.Comparator;
import java.util.List;
import org.hipparchus.stat.interval.BinomialProportion;
import org.hipparchus.stat.interval.ConfidenceInterval;

/**
 * A test of regions that could be made.
 *
 * @param regions to be treated, in order
 * @param days days of the treatment
 * @param share part of the metric that comes from these regions
 * @param error error of what is expected of them, over their mean
 * @param windows past windows that were played through
 * @param power what part of them finds the effect that is asked for
 * @param falseAlarms what part of them finds an effect where there is none; at most a tenth is
 *     meant
 * @param detectable least lift that {@link GeoDesign#POWER} of the windows find, on a scale of
 *     percent; null when they do not find one of 100 %
 * @param incremental what the effect that is asked for adds in all regions and days together
 */
public record GeoPlan(
    List<String> regions,
    int days,
    double share,
    double error,
    int windows,
    Share power,
    Share falseAlarms,
    Double detectable,
    double incremental) {
  private static final int STEPS = 100;

  /** Those that find smaller effects first, then those with more power, then the smaller ones. */
  static final Comparator<GeoPlan> BEST_FIRST =
      Comparator.comparing(
              GeoPlan::detectable, Comparator.nullsLast(Comparator.<Double>naturalOrder()))
          .thenComparing(plan -> -plan.power().value())
          .thenComparing(plan -> plan.regions().size())
          .thenComparing(plan -> String.join(" ", plan.regions()));

  /**
   * A share of windows, with the {@value Interval#LEVEL} % interval of Wilson 1927 for as many
   * windows as do not overlap: those that do say nearly the same.
   */
  public record Share(double value, double lower, double upper) {
    static Share of(long found, int windows, int apart) {
      double share = (double) found / windows;
      ConfidenceInterval interval =
          BinomialProportion.getWilsonScoreInterval(apart, share, Interval.LEVEL / 100.0);
      return new Share(
          share,
          Math.max(0, Math.min(share, interval.getLowerBound())),
          Math.min(1, Math.max(share, interval.getUpperBound())));
    }
  }

  /** Means of the metric on a day, in the regions of a plan and in all, and the error of a plan. */
  record Volume(double daily, double dailyOfAll, double error) {}

  static GeoPlan of(
      List<String> regions,
      GeoDesignRequest request,
      List<PastWindow> windows,
      int apart,
      Volume volume) {
    long found = windows.stream().filter(window -> window.finds(request.lift())).count();
    long alarms = windows.stream().filter(PastWindow::alarms).count();
    return new GeoPlan(
        regions,
        request.days(),
        volume.daily() / volume.dailyOfAll(),
        volume.error(),
        windows.size(),
        Share.of(found, windows.size(), apart),
        Share.of(alarms, windows.size(), apart),
        leastFound(windows),
        request.lift() * volume.daily() * request.days());
  }

  private static Double leastFound(List<PastWindow> windows) {
    double[] least = windows.stream().mapToDouble(GeoPlan::least).sorted().toArray();
    double lift = least[(int) Math.ceil(GeoDesign.POWER * least.length) - 1];
    return Double.isFinite(lift) ? (Double) lift : null;
  }

  /** The least lift that a window finds, halving the steps between none and 100 %. */
  private static double least(PastWindow window) {
    if (!window.finds(1)) {
      return Double.POSITIVE_INFINITY;
    }
    int misses = 0;
    int finds = STEPS;
    while (finds - misses > 1) {
      int middle = (misses + finds) / 2;
      if (window.finds((double) middle / STEPS)) {
        finds = middle;
      } else {
        misses = middle;
      }
    }
    return (double) finds / STEPS;
  }
}
