package io.growthline.domain.customer;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * Cuts customers into fifths by a value; 1 is the lowest fifth, 5 the highest. Customers with equal
 * values are in the same fifth: that of the middle of their ranks. The fifths are therefore as
 * equal as ties allow, and do not depend on an order of customers.
 */
final class Quintiles {
  private static final int PARTS = 5;

  private final Map<Long, Integer> fifths = new HashMap<>();

  /**
   * @param customers number of customers by value, each above 0
   */
  Quintiles(SortedMap<Long, Long> customers) {
    double all = customers.values().stream().mapToLong(n -> n).sum();
    long below = 0;
    for (Map.Entry<Long, Long> entry : customers.entrySet()) {
      double middle = below + entry.getValue() / 2.0;
      fifths.put(entry.getKey(), 1 + (int) (PARTS * middle / all));
      below += entry.getValue();
    }
  }

  /**
   * The fifth of a value.
   *
   * @throws IllegalArgumentException when no customer has the value
   */
  int of(long value) {
    Integer fifth = fifths.get(value);
    if (fifth == null) {
      throw new IllegalArgumentException("No customer was counted with the value " + value);
    }
    return fifth;
  }
}
