package io.growthline.domain.customer;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Groups of customers by the hash of their id: the unit in which it is known what changed. The
 * number is part of stored data; changing it makes the next run build everything.
 */
public final class CustomerGroups {
  private static final int COUNT = 64;

  private CustomerGroups() {}

  /** Group of a customer; those without a customer share the first. */
  public static int of(String customerId) {
    return customerId == null ? 0 : CustomerHash.range(CustomerHash.of(customerId), COUNT);
  }

  /** The same for an id in UTF-8. */
  public static int of(byte[] utf8, int start, int length) {
    return CustomerHash.range(CustomerHash.of(utf8, start, length), COUNT);
  }

  public static Set<Integer> all() {
    return IntStream.range(0, COUNT).boxed().collect(Collectors.toSet());
  }
}
