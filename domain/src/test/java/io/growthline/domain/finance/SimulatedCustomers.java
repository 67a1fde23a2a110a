package io.growthline.domain.finance;

import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.simulate.Simulated;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Customers of the synthetic bank at the end of a year, for the marts of this package. */
final class SimulatedCustomers {
  static final LocalDate AS_OF = Simulated.YEAR.end();
  static final Simulated EVENTS = Simulated.customers(1_500, 7);

  /** The customers; events that name none are left out. */
  static final List<CustomerAsOf> SMALL = customers();

  private SimulatedCustomers() {}

  /** The midnight at which the year ends. */
  static Instant end() {
    return AS_OF.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static List<CustomerAsOf> customers() {
    Map<String, List<RawEvent>> byCustomer = new TreeMap<>();
    for (RawEvent event : EVENTS.events()) {
      if (event.customerId() != null) {
        byCustomer.computeIfAbsent(event.customerId(), id -> new ArrayList<>()).add(event);
      }
    }
    return byCustomer.entrySet().stream()
        .map(entry -> CustomerAsOf.of(entry.getKey(), entry.getValue(), AS_OF))
        .toList();
  }
}
