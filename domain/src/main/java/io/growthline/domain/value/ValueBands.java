package io.growthline.domain.value;

import io.growthline.domain.customer.ValueRules;
import java.util.Arrays;

/**
 * Bands of expected margin: high and medium lie above what a share of customers lies at or below,
 * of those from whom more than 0 is expected.
 */
record ValueBands(long highAbove, long mediumAbove) {
  /**
   * Bands of some customers.
   *
   * @param margins expected margins, above 0
   */
  static ValueBands of(ValueRules.Bands shares, long[] margins) {
    long[] sorted = margins.clone();
    Arrays.sort(sorted);
    return new ValueBands(
        quantile(sorted, shares.highAbove()), quantile(sorted, shares.mediumAbove()));
  }

  /** The smallest value that at least a share of values does not exceed; 0 without values. */
  private static long quantile(long[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return rank == 0 ? 0 : sorted[rank - 1];
  }

  /**
   * The band of a customer.
   *
   * @param margin null where it is not known
   */
  String of(Long margin) {
    if (margin == null || margin <= 0) {
      return "none";
    }
    return margin > highAbove ? "high" : margin > mediumAbove ? "medium" : "low";
  }
}
