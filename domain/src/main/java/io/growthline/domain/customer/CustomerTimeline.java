package io.growthline.domain.customer;

import io.growthline.domain.event.RawEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * All events of one customer, by type, in the order in which they happened. Immutable.
 *
 * <p>Events are ordered by business time, then by delivery, so that equal inputs give equal
 * timelines whatever order they arrived in.
 */
public final class CustomerTimeline {
  private static final Comparator<RawEvent> ORDER =
      Comparator.comparing(RawEvent::occurredAt).thenComparing(RawEvent::eventId);

  private final String customerId;
  private final Map<Class<?>, List<RawEvent>> events;

  private CustomerTimeline(String customerId, Map<Class<?>, List<RawEvent>> events) {
    this.customerId = customerId;
    this.events = events;
  }

  /** The timeline of a customer; {@code events} may come in any order. */
  public static CustomerTimeline of(String customerId, Iterable<? extends RawEvent> events) {
    Map<Class<?>, List<RawEvent>> byType = new HashMap<>();
    for (RawEvent event : events) {
      byType.computeIfAbsent(event.getClass(), k -> new ArrayList<>()).add(event);
    }
    byType.values().forEach(list -> list.sort(ORDER));
    return new CustomerTimeline(customerId, byType);
  }

  public String customerId() {
    return customerId;
  }

  /** Events of one type in the order in which they happened; empty when there are none. */
  @SuppressWarnings("unchecked") // lists are filed under the class of their elements
  public <E extends RawEvent> List<E> events(Class<E> type) {
    return (List<E>) (List<?>) events.getOrDefault(type, List.of());
  }

  /** All events, in no particular order of type. */
  public List<RawEvent> all() {
    return events.values().stream().flatMap(List::stream).toList();
  }

  /**
   * What was known at an instant: events that had both happened and been ingested before it. This
   * is the only view from which features may be computed.
   */
  public CustomerTimeline knownAt(Instant instant) {
    Predicate<RawEvent> known =
        e -> e.occurredAt().isBefore(instant) && e.ingestedAt().isBefore(instant);
    Map<Class<?>, List<RawEvent>> before = new HashMap<>();
    events.forEach(
        (type, list) -> {
          List<RawEvent> kept = list.stream().filter(known).toList();
          if (!kept.isEmpty()) {
            before.put(type, kept);
          }
        });
    return new CustomerTimeline(customerId, before);
  }
}
