package io.growthline.domain.metric;

/**
 * The value of a metric in one cell.
 *
 * @param value null when it is absent, for example because the denominator is 0
 * @param numerator the sum itself where there is no denominator; null for a derived metric
 * @param denominator null where there is none
 */
record MetricValue(Double value, Double numerator, Double denominator) {
  /** Of a sum that would mislead. */
  static final MetricValue WITHHELD = new MetricValue(null, null, null);

  static MetricValue sum(double sum) {
    return new MetricValue(sum, sum, null);
  }

  static MetricValue ratio(double numerator, double denominator, double scale) {
    Double quotient = denominator == 0 ? null : (Double) (scale * numerator / denominator);
    return new MetricValue(quotient, numerator, denominator);
  }
}
