package io.growthline.domain.customer;

import io.growthline.domain.contract.Micros;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Transaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The events of one customer that were known before a day, by type, in the order in which they
 * happened. Immutable.
 *
 * <p>Events are ordered by business time; at one instant by what they mean ({@link RawEvent#rank}),
 * then by when they became known, then by delivery, so that equal inputs give equal timelines
 * whatever order they arrived in.
 */
public final class CustomerTimeline {
  private final String customerId;
  private final ReportingCurrency currency;
  private final Map<Class<?>, EventSeries<?>> series;
  private final boolean hasReversals;

  private CustomerTimeline(
      String customerId, ReportingCurrency currency, Map<Class<?>, EventSeries<?>> series) {
    this.customerId = customerId;
    this.currency = currency;
    this.series = series;
    this.hasReversals = events(Transaction.class).stream().anyMatch(Transaction::reversed);
  }

  /**
   * The timeline of a customer: of {@code events}, in any order, those that had both happened and
   * been ingested before the midnight, UTC, at which {@code asOf} begins.
   *
   * @param currency what amounts of transactions are added up in
   */
  public static CustomerTimeline of(
      String customerId,
      Iterable<? extends RawEvent> events,
      LocalDate asOf,
      ReportingCurrency currency) {
    long before = Micros.of(asOf);
    Map<Class<?>, List<RawEvent>> byType = new HashMap<>();
    for (RawEvent event : events) {
      if (Micros.of(event.occurredAt()) < before && Micros.of(event.ingestedAt()) < before) {
        byType.computeIfAbsent(event.getClass(), k -> new ArrayList<>()).add(event);
      }
    }
    Map<Class<?>, EventSeries<?>> series = new HashMap<>();
    byType.forEach((type, list) -> series.put(type, EventSeries.of(list)));
    return new CustomerTimeline(customerId, currency, series);
  }

  public String customerId() {
    return customerId;
  }

  /** The types that have events. */
  public Set<Class<?>> types() {
    return series.keySet();
  }

  /** Events of one type in the order in which they happened; empty when there are none. */
  public <E extends RawEvent> List<E> events(Class<E> type) {
    return series(type).events();
  }

  /** When the first event of any type happened; empty without events. */
  public Optional<Instant> start() {
    Instant start = null;
    for (EventSeries<?> events : series.values()) {
      Instant first = events.get(0).occurredAt();
      start = start == null || first.isBefore(start) ? first : start;
    }
    return Optional.ofNullable(start);
  }

  public ReportingCurrency currency() {
    return currency;
  }

  /** Whether any transaction was reversed. */
  boolean hasReversals() {
    return hasReversals;
  }

  @SuppressWarnings("unchecked") // series are filed under the class of their elements
  <E extends RawEvent> EventSeries<E> series(Class<E> type) {
    EventSeries<?> found = series.get(type);
    return found == null ? EventSeries.empty() : (EventSeries<E>) found;
  }
}
