package io.growthline.domain.value;

/**
 * What is expected of the purchases of a customer, as far as it is.
 *
 * @param alive chance that the customer still buys; null where it is not known
 * @param purchases expected days with a purchase
 * @param valueMinor their value
 * @param lowerMinor lower end of its interval
 * @param upperMinor upper end of its interval
 * @param band beside the average customer
 * @param withheldReason why something is absent; null where nothing is
 */
record Expectation(
    Double alive,
    Double purchases,
    Long valueMinor,
    Long lowerMinor,
    Long upperMinor,
    String band,
    String withheldReason) {
  /** Nothing is expected, for a reason. */
  static Expectation withheld(String reason) {
    return new Expectation(null, null, null, null, null, null, reason);
  }
}
