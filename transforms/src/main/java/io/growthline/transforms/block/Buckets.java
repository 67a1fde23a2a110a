package io.growthline.transforms.block;

import io.growthline.domain.contract.RowLayout;
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
    int start = RowLayout.textStart(bytes, position);
    int hash = 1;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + bytes[start + i];
    }
    // Groups of customers use the plain hash: without mixing, a group would fill few buckets only.
    hash *= 0x9E3779B9;
    hash ^= hash >>> 15;
    return Math.floorMod(hash, count);
  }
}
