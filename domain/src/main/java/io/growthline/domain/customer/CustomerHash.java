package io.growthline.domain.customer;

import java.nio.charset.StandardCharsets;

/**
 * A hash of customer ids that spreads ids of any pattern evenly. Stored data depends on it (see
 * {@link CustomerGroups}), so it never changes.
 */
public final class CustomerHash {
  private CustomerHash() {}

  /** Hash of an id. */
  public static int of(String customerId) {
    byte[] utf8 = customerId.getBytes(StandardCharsets.UTF_8);
    return of(utf8, 0, utf8.length);
  }

  /** The same of an id in UTF-8. */
  public static int of(byte[] utf8, int start, int length) {
    int hash = 1;
    for (int i = start; i < start + length; i++) {
      hash = 31 * hash + utf8[i];
    }
    // Ids that count up differ in few low bits. This is the finaliser of MurmurHash3 by Appleby.
    hash ^= hash >>> 16;
    hash *= 0x85EBCA6B;
    hash ^= hash >>> 13;
    hash *= 0xC2B2AE35;
    return hash ^ (hash >>> 16);
  }

  /**
   * Which of {@code count} equal ranges of hashes a hash is in. Ranges of another count overlap few
   * of these.
   */
  public static int range(int hash, int count) {
    return (int) (((hash & 0xFFFF_FFFFL) * count) >>> 32);
  }
}
