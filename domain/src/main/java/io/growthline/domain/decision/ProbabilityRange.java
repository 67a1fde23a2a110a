package io.growthline.domain.decision;

/**
 * Chances of leaving, both ends included.
 *
 * @param min from 0
 * @param max to 1, not below {@code min}
 */
public record ProbabilityRange(double min, double max) {
  static final ProbabilityRange ALL = new ProbabilityRange(0, 1);

  boolean contains(double p) {
    return p >= min && p <= max;
  }
}
