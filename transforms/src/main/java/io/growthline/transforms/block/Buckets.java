package io.growthline.transforms.block;

import io.growthline.domain.contract.RowLayout;
import io.growthline.domain.customer.CustomerHash;
import java.io.Serializable;

/**
 * Spreads customers over buckets by their id. All rows of a customer fall into one bucket, and so
 * do all rows without a customer.
 *
 * @param count number of buckets, at least 1
 */
public record Buckets(int count) implements Serializable {
  /**
   * So many buckets that each holds at most about {@code perBucket} of {@code amount}, and at least
   * {@code fewest}.
   */
  public static Buckets holding(long amount, long perBucket, int fewest) {
    return new Buckets((int) Math.max(fewest, amount / perBucket));
  }

  /** The bucket of the customer whose encoded id is at {@code position}. */
  public int of(byte[] bytes, int position) {
    int length = RowLayout.length(bytes, position);
    return length < 0
        ? 0
        : CustomerHash.range(
            CustomerHash.of(bytes, RowLayout.textStart(bytes, position), length), count);
  }
}
