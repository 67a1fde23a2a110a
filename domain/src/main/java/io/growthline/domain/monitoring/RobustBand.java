package io.growthline.domain.monitoring;

import java.util.Arrays;

/**
 * Where a further value of a series is expected, whatever a few odd ones of it say: median ± 3 ·
 * 1.4826 · MAD, with MAD the median of the absolute deviations from the median. The factor makes
 * the MAD estimate the standard deviation of normal values (Leys, Ley, Klein, Bernard and Licata
 * 2013, "Detecting outliers: Do not use standard deviation around the mean, use absolute deviation
 * around the median", Journal of Experimental Social Psychology 49, eq. 1 and 2).
 *
 * @param median middle of the series
 * @param halfWidth half the width of the band, 0 when more than half of the values are equal
 */
record RobustBand(double median, double halfWidth) {
  private static final double NORMAL = 1.4826;
  private static final double CUT_OFF = 3;

  /** The band of a series that is not empty. */
  static RobustBand of(double... values) {
    double median = median(values);
    double deviation = median(Arrays.stream(values).map(v -> Math.abs(v - median)).toArray());
    return new RobustBand(median, CUT_OFF * NORMAL * deviation);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
