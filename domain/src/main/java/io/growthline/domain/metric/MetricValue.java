package io.growthline.domain.metric;

/**
 * The value of a metric in one cell.
 *
 * @param value null when it is absent, for example because the denominator is 0
 * @param numerator the sum itself where there is no denominator; null for a derived metric
 * @param denominator null where there is none
 * @param withheldBecause why no data can give the value; null when they can
 */
record MetricValue(Double value, Double numerator, Double denominator, String withheldBecause) {
  /** Of a sum that leaves out amounts and so would mislead. */
  static final MetricValue WITHOUT_RATE =
      withheld("amounts in other currencies have no rate in raw.exchange_rates");

  static MetricValue withheld(String because) {
    return new MetricValue(null, null, null, because);
  }

  static MetricValue sum(double sum) {
    return new MetricValue(sum, sum, null, null);
  }

  static MetricValue ratio(double numerator, double denominator, double scale) {
    Double quotient = denominator == 0 ? null : (Double) (scale * numerator / denominator);
    return new MetricValue(quotient, numerator, denominator, null);
  }
}
