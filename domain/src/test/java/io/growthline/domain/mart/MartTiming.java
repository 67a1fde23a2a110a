package io.growthline.domain.mart;

import io.growthline.domain.catalogue.Marts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.simulate.CustomerSimulator;
import io.growthline.domain.simulate.Period;
import io.growthline.domain.simulate.World;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints what each mart costs: processor time for a customer of 18 months, on one thread. */
public final class MartTiming {
  private static final int CUSTOMERS = 500;
  private static final int ROUNDS = 12;
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private final Map<String, Long> nanos = new LinkedHashMap<>();
  private final List<MartTotals> totals =
      Marts.TOTALS.stream().map(mart -> new MartTotals(List.of(mart))).toList();
  private long last;

  public static void main(String[] args) {
    Period period = Period.ofMonths(18);
    CustomerSimulator simulator = new CustomerSimulator(World.standard(), period, 42);
    List<List<RawEvent>> customers = new ArrayList<>();
    for (int number = 0; number < CUSTOMERS; number++) {
      customers.add(simulator.simulate(number));
    }
    for (int round = 1; round <= ROUNDS; round++) {
      MartTiming timing = new MartTiming();
      customers.forEach(events -> timing.build(events, period));
      if (round == ROUNDS) {
        timing.nanos.forEach(
            (step, sum) -> System.out.printf("%-32s %8d ns%n", step, sum / CUSTOMERS));
      }
    }
  }

  private void build(List<RawEvent> events, Period period) {
    last = CLOCK.getCurrentThreadCpuTime();
    CustomerAsOf customer = CustomerAsOf.of("c", events, period.end());
    lap("timeline");
    for (CustomerMart<?> mart : Marts.CUSTOMERS) {
      customer.rows(mart);
      lap(TableSpec.of(mart.table()).name());
    }
    for (int i = 0; i < totals.size(); i++) {
      totals.get(i).count(customer);
      lap(TableSpec.of(Marts.TOTALS.get(i).table()).name());
    }
  }

  private void lap(String step) {
    long now = CLOCK.getCurrentThreadCpuTime();
    nanos.merge(step, now - last, Long::sum);
    last = now;
  }
}
