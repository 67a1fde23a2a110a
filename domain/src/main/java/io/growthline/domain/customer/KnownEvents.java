package io.growthline.domain.customer;

import io.growthline.domain.event.RawEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The same view as {@link CustomerTimeline#knownAt}, without copying: events that had happened and
 * been ingested before an instant. Windows are found by binary search, so that many snapshots of a
 * long timeline stay cheap.
 */
public final class KnownEvents {
  private final CustomerTimeline timeline;
  private final Instant before;

  /** What was known of a timeline before an instant. */
  public KnownEvents(CustomerTimeline timeline, Instant before) {
    this.timeline = timeline;
    this.before = before;
  }

  public String customerId() {
    return timeline.customerId();
  }

  /** The instant before which everything here happened and was ingested. */
  public Instant before() {
    return before;
  }

  /** All known events of a type, in the order in which they happened. */
  public <E extends RawEvent> List<E> all(Class<E> type) {
    return between(type, Instant.MIN, before);
  }

  /** Known events of a type that happened at {@code from} or later. */
  public <E extends RawEvent> List<E> since(Class<E> type, Instant from) {
    return between(type, from, before);
  }

  /** Known events of a type that happened in {@code [from, to)}. */
  public <E extends RawEvent> List<E> between(Class<E> type, Instant from, Instant to) {
    List<E> events = timeline.events(type);
    int end = lowerBound(events, to.isBefore(before) ? to : before);
    List<E> window = events.subList(Math.min(lowerBound(events, from), end), end);
    for (int i = 0; i < window.size(); i++) {
      if (!isKnown(window.get(i))) {
        return window.stream().filter(this::isKnown).toList();
      }
    }
    return window;
  }

  /** The newest known event of a type that meets a condition. */
  public <E extends RawEvent> Optional<E> newest(Class<E> type, Predicate<E> condition) {
    List<E> events = timeline.events(type);
    for (int i = lowerBound(events, before) - 1; i >= 0; i--) {
      E event = events.get(i);
      if (isKnown(event) && condition.test(event)) {
        return Optional.of(event);
      }
    }
    return Optional.empty();
  }

  /** The newest known event of a type. */
  public <E extends RawEvent> Optional<E> newest(Class<E> type) {
    return newest(type, e -> true);
  }

  /** The first known event of a type that meets a condition. */
  public <E extends RawEvent> Optional<E> first(Class<E> type, Predicate<E> condition) {
    for (E event : timeline.events(type)) {
      if (!event.occurredAt().isBefore(before)) {
        return Optional.empty();
      }
      if (isKnown(event) && condition.test(event)) {
        return Optional.of(event);
      }
    }
    return Optional.empty();
  }

  private boolean isKnown(RawEvent event) {
    return event.ingestedAt().isBefore(before);
  }

  private static int lowerBound(List<? extends RawEvent> events, Instant instant) {
    int low = 0;
    int high = events.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (events.get(middle).occurredAt().isBefore(instant)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
