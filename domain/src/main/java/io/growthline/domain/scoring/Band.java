package io.growthline.domain.scoring;

/**
 * Names the size of a probability by its odds against those of the training population: medium from
 * equal odds, high from threefold odds. Odds, not probabilities, so that rare and frequent outcomes
 * are banded alike.
 */
final class Band {
  private static final double HIGH = 3.0;

  private Band() {}

  static String of(double probability, double baseRate) {
    double odds = odds(probability);
    double base = odds(baseRate);
    return odds >= HIGH * base ? "high" : odds >= base ? "medium" : "low";
  }

  private static double odds(double probability) {
    return probability / (1 - probability);
  }
}
