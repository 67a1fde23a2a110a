package io.growthline.domain.customer;

import io.growthline.domain.contract.Micros;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Transaction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * What was known of a customer before a day: events that had both happened and been ingested before
 * its midnight, UTC. This is the only view from which marts may be computed. Nothing is copied and
 * windows are found by binary search, so that many days of a long timeline stay cheap. Not
 * thread-safe.
 */
public final class KnownEvents {
  private final CustomerTimeline timeline;
  private final LocalDate day;
  private final long before;
  private final Instant midnight;
  private Reversals reversals;

  /** What was known of a timeline before a day. */
  public KnownEvents(CustomerTimeline timeline, LocalDate day) {
    this.timeline = timeline;
    this.day = day;
    this.before = Micros.of(day);
    this.midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  public String customerId() {
    return timeline.customerId();
  }

  /** The day before which everything here happened and was ingested. */
  public LocalDate day() {
    return day;
  }

  /** Whether a known transaction is spending: one that was approved, not reversed and no refund. */
  public boolean isPurchase(Transaction transaction) {
    return reversals().isPurchase(transaction);
  }

  /** Amount of a transaction in the reporting currency, at a known rate; empty without one. */
  OptionalLong reportingMinor(Transaction transaction) {
    return timeline.currency().minor(transaction, midnight);
  }

  /** An amount in the reporting currency, at a known rate; empty without one. */
  public OptionalLong reportingMinor(long amountMinor, String currency, Instant at) {
    return timeline.currency().minor(amountMinor, currency, at, midnight);
  }

  /** What a transaction adds to spending: 0 unless it counts, empty without a rate. */
  OptionalLong spendMinor(Transaction transaction) {
    return reversals().counts(transaction) ? reportingMinor(transaction) : OptionalLong.of(0);
  }

  Reversals reversals() {
    if (reversals == null) {
      reversals = timeline.hasReversals() ? Reversals.of(all(Transaction.class)) : Reversals.NONE;
    }
    return reversals;
  }

  /** All known events of a type, in the order in which they happened. */
  public <E extends RawEvent> List<E> all(Class<E> type) {
    EventSeries<E> series = timeline.series(type);
    return series.known(0, series.countBefore(before), before);
  }

  /** Known events of a type that happened on the day {@code from} or later. */
  public <E extends RawEvent> List<E> since(Class<E> type, LocalDate from) {
    return between(type, Micros.of(from), before);
  }

  /** Known events of a type that happened before the day {@code to}. */
  public <E extends RawEvent> List<E> until(Class<E> type, LocalDate to) {
    return between(type, Long.MIN_VALUE, Micros.of(to));
  }

  /** Known events of a type that happened on the days of {@code [from, to)}. */
  public <E extends RawEvent> List<E> between(Class<E> type, LocalDate from, LocalDate to) {
    return between(type, Micros.of(from), Micros.of(to));
  }

  private <E extends RawEvent> List<E> between(Class<E> type, long from, long to) {
    EventSeries<E> series = timeline.series(type);
    return series.known(series.countBefore(from), series.countBefore(Math.min(to, before)), before);
  }

  /** Whether any known event of a type happened on the days of {@code [from, to)}. */
  public boolean any(Class<? extends RawEvent> type, LocalDate from, LocalDate to) {
    EventSeries<?> series = timeline.series(type);
    int start = series.countBefore(Micros.of(from));
    for (int i = series.countBefore(Math.min(Micros.of(to), before)) - 1; i >= start; i--) {
      if (series.isKnown(i, before)) {
        return true;
      }
    }
    return false;
  }

  /** The newest known event of a type that meets a condition. */
  public <E extends RawEvent> Optional<E> newest(Class<E> type, Predicate<E> condition) {
    EventSeries<E> series = timeline.series(type);
    for (int i = series.countBefore(before) - 1; i >= 0; i--) {
      if (series.isKnown(i, before) && condition.test(series.get(i))) {
        return Optional.of(series.get(i));
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
    EventSeries<E> series = timeline.series(type);
    int end = series.countBefore(before);
    for (int i = 0; i < end; i++) {
      if (series.isKnown(i, before) && condition.test(series.get(i))) {
        return Optional.of(series.get(i));
      }
    }
    return Optional.empty();
  }

  /** The first known event of a type. */
  public <E extends RawEvent> Optional<E> first(Class<E> type) {
    return first(type, e -> true);
  }
}
