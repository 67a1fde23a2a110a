package io.growthline.domain.geo;

/**
 * An effect with its uncertainty.
 *
 * @param lower lower end of the {@value #LEVEL} % interval; minus infinity where the data set none
 * @param upper upper end; infinity where the data set none
 * @param p probability of an effect as large by chance, if there is none
 */
record Interval(double lower, double upper, double p) {
  /** Coverage in percent. */
  static final int LEVEL = 90;

  /** Share of cases in which the interval leaves the effect out. */
  static final double ALPHA = 1 - LEVEL / 100.0;

  /** Whether the sign of the effect is known. */
  boolean isSigned() {
    return lower > 0 || upper < 0;
  }
}
