package io.growthline.domain.simulate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Random draws for one purpose in the life of one customer. Streams depend on nothing but seed,
 * customer and purpose, so results are the same whatever the order or parallelism.
 */
public final class RandomStream {
  private static final int DAY_SECONDS = 86_400;
  private final SplittableRandom random;

  private RandomStream(long seed) {
    this.random = new SplittableRandom(seed);
  }

  public static RandomStream of(long seed, long customer, String purpose) {
    return new RandomStream(mix(mix(mix(seed) + customer) + purpose.hashCode()));
  }

  // The finaliser of SplitMix64 (Steele, Lea and Flood 2014, figure 16).
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  double uniform() {
    return random.nextDouble();
  }

  /** Uniform from 0 to {@code bound} - 1. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  double normal() {
    return random.nextGaussian();
  }

  double logNormal(double median, double sigma) {
    return median * Math.exp(sigma * random.nextGaussian());
  }

  /** Poisson by multiplication (Knuth), fast for the small means of a day. */
  int poisson(double mean) {
    double limit = Math.exp(-mean);
    int count = 0;
    for (double product = uniform(); product > limit; product *= uniform()) {
      count++;
    }
    return count;
  }

  <T> T pick(List<T> values) {
    return values.get(below(values.size()));
  }

  /** A key of a map of relative weights. */
  String pick(Map<String, Double> weights) {
    double total = 0;
    for (double weight : weights.values()) {
      total += weight;
    }
    double left = uniform() * total;
    String last = null;
    for (Map.Entry<String, Double> entry : weights.entrySet()) {
      last = entry.getKey();
      left -= entry.getValue();
      if (left < 0) {
        break;
      }
    }
    return last;
  }

  /** A moment of a day, mostly in waking hours. */
  Instant within(LocalDate day) {
    double second = (14.5 + 4 * normal()) * 3600;
    return Period.instant(day)
        .plusSeconds((long) (second < 0 || second >= DAY_SECONDS ? below(DAY_SECONDS) : second));
  }

  /** A moment between two, uniform; {@code from} when there is no time between. */
  Instant between(Instant from, Instant to) {
    long seconds = Duration.between(from, to).toSeconds();
    return seconds <= 0 ? from : from.plusSeconds(random.nextLong(seconds));
  }
}
