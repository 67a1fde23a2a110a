package io.growthline.domain.growth;

import java.time.Duration;

/**
 * Durations counted in bins, each a quarter of an octave wide. A median of any number of customers
 * then comes from a few counts that add up, and is at most 9.1% from the true one (the square root
 * of the ratio of a bin's ends, 2^(1/8)).
 */
final class DurationBins {
  /** Number of bins; the last one begins after 35 days. */
  static final int COUNT = 64;

  private static final double BINS_PER_OCTAVE = 4;
  private static final double SECONDS_PER_MINUTE = 60;
  private static final double MINUTES_PER_HOUR = 60;

  private DurationBins() {}

  /** The bin of a duration that is not negative; all under a minute share the first. */
  static int of(Duration duration) {
    double minutes = duration.toSeconds() / SECONDS_PER_MINUTE;
    if (minutes < 1) {
      return 0;
    }
    double octaves = Math.log(minutes) / Math.log(2);
    return (int) Math.min(COUNT - 1, 1 + Math.floor(BINS_PER_OCTAVE * octaves));
  }

  /**
   * The geometric middle of the bin that holds the median, in hours; 0 for less than a minute, null
   * without durations. Of an even number of durations the lower one of the middle counts.
   *
   * @param counts holds the bins
   * @param from position of the first
   */
  static Double medianHours(long[] counts, int from) {
    long total = 0;
    for (int bin = 0; bin < COUNT; bin++) {
      total += counts[from + bin];
    }
    if (total == 0) {
      return null;
    }
    long left = (total + 1) / 2;
    int bin = 0;
    while (left > counts[from + bin]) {
      left -= counts[from + bin++];
    }
    return bin == 0 ? 0.0 : Math.pow(2, (bin - 0.5) / BINS_PER_OCTAVE) / MINUTES_PER_HOUR;
  }
}
