package io.growthline.domain.experiment;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.rule.CelValues;
import io.growthline.domain.rule.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A raw table whose rows expressions read.
 *
 * @param <E> its events
 */
public record EventTable<E extends Record & RawEvent>(TableSpec<E> spec) {
  /** The raw table of this id, such as {@code raw.sessions}. */
  public static Optional<EventTable<?>> find(String id) {
    return Contracts.RAW.stream()
        .filter(spec -> spec.id().equals(id) && RawEvent.class.isAssignableFrom(spec.type()))
        .findFirst()
        .map(EventTable::of);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // find has seen that its rows are events
  private static EventTable<?> of(TableSpec<?> spec) {
    return new EventTable(spec);
  }

  /** {@code dataset.table}. */
  public String id() {
    return spec.id();
  }

  /** The known events of {@code [from, to)}, in the order in which they happened. */
  List<E> between(CustomerAsOf customer, Instant from, Instant to) {
    return customer.known().between(spec.type(), day(from), day(to).plusDays(1)).stream()
        .filter(event -> !event.occurredAt().isBefore(from) && event.occurredAt().isBefore(to))
        .toList();
  }

  /** All known events, in the order in which they happened. */
  List<E> all(CustomerAsOf customer) {
    return customer.known().all(spec.type());
  }

  /** The columns of an event of this table. */
  Values values(RawEvent event) {
    E row = spec.type().cast(event);
    return name -> spec.has(name) ? CelValues.of(spec.value(row, spec.indexOf(name))) : null;
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
