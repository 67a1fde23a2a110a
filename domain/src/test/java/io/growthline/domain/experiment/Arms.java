package io.growthline.domain.experiment;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Makes arms for tests. */
final class Arms {
  private Arms() {}

  static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(seed);
  }

  /** Moments of values without a covariate. */
  static Moments of(long... values) {
    Moments moments = Moments.none();
    for (long value : values) {
      moments = moments.plus(Moments.of(Moments.ofUnit(value)));
    }
    return moments;
  }

  /** Moments of pairs. */
  static Moments ofPairs(long[]... pairs) {
    Moments moments = Moments.none();
    for (long[] pair : pairs) {
      moments = moments.plus(Moments.of(Moments.ofUnit(pair[0], pair[1])));
    }
    return moments;
  }

  /** Customers of whom some did it. */
  static Sample proportion(long n, long successes) {
    double share = (double) successes / n;
    return new Sample(n, share, share * (1 - share) * n / (n - 1));
  }
}
