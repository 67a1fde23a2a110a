package io.growthline.domain.geo;

/**
 * The effect of a reading in all its forms.
 *
 * @param cost of one more unit of the metric
 * @param standardError of the first; null where the method has none
 */
record GeoEffect(
    Range att, Range lift, Range incremental, Range cost, Double p, Double standardError) {
  /** No effect to read. */
  static final GeoEffect WITHHELD =
      new GeoEffect(Range.NONE, Range.NONE, Range.NONE, Range.NONE, null, null);

  /** A number and its interval; ends that the data do not set are null. */
  record Range(Double value, Double lower, Double upper) {
    static final Range NONE = new Range(null, null, null);

    static Range of(double value, Interval interval, double factor) {
      return new Range(
          finite(value * factor),
          finite(interval.lower() * factor),
          finite(interval.upper() * factor));
    }
  }

  static GeoEffect of(GeoReading reading) {
    Counterfactual fit = reading.fit();
    Interval interval = reading.interval();
    double att = fit.att();
    double expected = fit.meanExpected();
    long units = reading.regionDays();
    return new GeoEffect(
        Range.of(att, interval, 1),
        expected > 0 ? Range.of(att, interval, 1 / expected) : Range.NONE,
        Range.of(att, interval, units),
        cost(
            reading.test().costMinor(),
            att * units,
            interval.lower() * units,
            interval.upper() * units),
        interval.p(),
        reading.method().standardError(reading.comparison()).orElse(null));
  }

  // The more units, the less each costs; where there may be none, there is no upper limit.
  private static Range cost(Long minor, double units, double lower, double upper) {
    if (minor == null || upper <= 0) {
      return Range.NONE;
    }
    return new Range(
        units > 0 ? (Double) (minor / units) : null,
        finite(minor / upper),
        lower > 0 ? finite(minor / lower) : null);
  }

  /** The number, or null where it is none or has no limit. */
  static Double finite(double value) {
    return Double.isFinite(value) ? (Double) value : null;
  }
}
