package io.growthline.domain.uplift;

import java.util.SplittableRandom;

/** Draws from Poisson distributions. */
final class Poisson {
  /** From here on the normal distribution with the same mean and variance serves. */
  private static final long LARGE = 50;

  private Poisson() {}

  /** A draw from the distribution with this mean, at least 0. */
  static long draw(long mean, SplittableRandom random) {
    if (mean == 0) {
      return 0;
    }
    if (mean >= LARGE) {
      return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    // Knuth 1969, The Art of Computer Programming 2, section 3.4.1: uniform numbers are multiplied
    // until their product is below e to the minus mean.
    double least = Math.exp(-mean);
    long count = -1;
    for (double product = 1; product > least; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }
}
