package io.growthline.domain.simulate;

import io.growthline.domain.event.RawEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Synthetic customers for tests. */
public final class Simulated {
  public static final Period YEAR = Period.ofMonths(12);

  private final List<RawEvent> events;

  private Simulated(List<RawEvent> events) {
    this.events = events;
  }

  /** The events of the first customers of a world, and what marketing and running the bank cost. */
  public static Simulated customers(int count, long seed) {
    World world = World.standard();
    List<RawEvent> events = new ArrayList<>(CampaignSpending.of(world, YEAR, seed));
    events.addAll(CostBookings.of(world, YEAR, count, seed));
    events.addAll(GeoDeclarations.of(world, YEAR));
    CustomerSimulator simulator = new CustomerSimulator(world, YEAR, seed);
    for (int number = 0; number < count; number++) {
      events.addAll(simulator.simulate(number));
    }
    return new Simulated(events);
  }

  public List<RawEvent> events() {
    return events;
  }

  /** Events of a type, in the order in which they were made. */
  public <T extends RawEvent> List<T> of(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Events of a type by a key that is unique among them. */
  public <T extends RawEvent> Map<String, T> by(Class<T> type, Function<T, String> key) {
    return of(type).stream().collect(Collectors.toMap(key, Function.identity()));
  }
}
