package io.growthline.domain.finance;

import io.growthline.domain.event.Cost;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * How costs are divided among customers: the bookings of a month over all who had signed up by its
 * end. Overhead is not divided, as no customer causes it.
 */
public final class CostShares {
  private CostShares() {}

  /** Whether a booking is divided among customers. */
  public static boolean isDivided(Cost cost) {
    return !cost.kind().equals("overhead");
  }

  /**
   * Costs of a customer by month, of months that have bookings and customers.
   *
   * @param costs divided costs by first day of the month
   * @param newCustomers customers by first day of the month in which they signed up
   */
  public static TreeMap<LocalDate, Double> perCustomer(
      Map<LocalDate, Long> costs, TreeMap<LocalDate, Long> newCustomers) {
    TreeMap<LocalDate, Double> each = new TreeMap<>();
    costs.forEach(
        (month, minor) -> {
          long served = served(newCustomers, month);
          if (served > 0) {
            each.put(month, (double) minor / served);
          }
        });
    return each;
  }

  /** Customers who had signed up by the end of a month. */
  public static long served(TreeMap<LocalDate, Long> newCustomers, LocalDate month) {
    return newCustomers.headMap(month, true).values().stream().reduce(0L, Math::addExact);
  }
}
