package io.growthline.domain.customer;

import io.growthline.domain.contract.Micros;
import io.growthline.domain.event.RawEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The events of one type of a customer, in the order in which they happened. Their times are kept
 * as microseconds, so that the many windows of a long series are found without touching the events.
 */
final class EventSeries<E extends RawEvent> {
  // Ids decide last, only to give equal inputs equal results: their text means nothing.
  private static final Comparator<RawEvent> ORDER =
      Comparator.comparing(RawEvent::occurredAt)
          .thenComparing(RawEvent::rank)
          .thenComparing(RawEvent::ingestedAt)
          .thenComparing(RawEvent::eventId);
  private static final EventSeries<?> EMPTY = new EventSeries<>(List.of());

  private final List<E> events;
  private final long[] occurred;
  private final long[] ingested;
  // Newest ingestion of an event and all before it.
  private final long[] ingestedSoFar;

  private EventSeries(List<E> events) {
    this.events = events;
    occurred = new long[events.size()];
    ingested = new long[occurred.length];
    ingestedSoFar = new long[occurred.length];
    long newest = Long.MIN_VALUE;
    for (int i = 0; i < occurred.length; i++) {
      E event = events.get(i);
      occurred[i] = Micros.of(event.occurredAt());
      ingested[i] = Micros.of(event.ingestedAt());
      newest = Math.max(newest, ingested[i]);
      ingestedSoFar[i] = newest;
    }
  }

  /** The series of events in any order; the list is sorted. */
  static <E extends RawEvent> EventSeries<E> of(List<E> events) {
    events.sort(ORDER);
    return new EventSeries<>(List.copyOf(events));
  }

  @SuppressWarnings("unchecked") // holds no events
  static <E extends RawEvent> EventSeries<E> empty() {
    return (EventSeries<E>) EMPTY;
  }

  List<E> events() {
    return events;
  }

  E get(int index) {
    return events.get(index);
  }

  /** Number of events that happened before an instant. */
  int countBefore(long micros) {
    int low = 0;
    int high = occurred.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (occurred[middle] < micros) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  boolean isKnown(int index, long before) {
    return ingested[index] < before;
  }

  /** The events of {@code [start, end)} that were ingested before an instant. */
  List<E> known(int start, int end, long before) {
    if (start >= end) {
      return List.of();
    }
    if (ingestedSoFar[end - 1] < before) {
      return events.subList(start, end);
    }
    List<E> known = new ArrayList<>(end - start);
    for (int i = start; i < end; i++) {
      if (isKnown(i, before)) {
        known.add(events.get(i));
      }
    }
    return known;
  }
}
