package io.growthline.domain.metric;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.RawEvent;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What metrics are made of: a whole number that customers, or events, contribute to a period. It
 * adds up, so that any order and grouping of customers gives the same value.
 *
 * @param id name in the metric catalogue
 * @param source raw table without which 0 would mean nothing; empty when any event will do
 * @param description what is contributed to a period, for people
 * @param withheldBy measure that counts what this one cannot add up; where it is not 0 there is no
 *     sum. Empty for none
 * @param customers what a customer contributes; null for a measure of events
 * @param events what an event contributes that need not name a customer; null for a measure of
 *     customers
 */
public record Measure(
    String id,
    String source,
    String description,
    String withheldBy,
    ToLongFunction<CustomerPeriod> customers,
    OfEvents<?> events) {

  /**
   * What the events of one type contribute. Such a measure has those dimensions that are columns of
   * the event.
   *
   * @param type the events
   * @param day day to whose period an event contributes
   * @param amount what it contributes
   */
  public record OfEvents<E extends RawEvent>(
      Class<E> type, Function<E, LocalDate> day, ToLongFunction<E> amount) {}

  /**
   * The measure that a metric names.
   *
   * @throws IllegalArgumentException when there is none of this name
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Measure named(String id) {
    return Measures.find(id)
        .orElseThrow(() -> new IllegalArgumentException("There is no measure " + id));
  }

  /** A measure of customers that means something whatever events there are. */
  static Measure ofCustomers(
      String id, String description, ToLongFunction<CustomerPeriod> contribution) {
    return new Measure(id, "", description, "", contribution, null);
  }

  /** A measure of customers that means something when there are events of one type. */
  static Measure ofCustomers(
      String id,
      Class<? extends RawEvent> source,
      String description,
      ToLongFunction<CustomerPeriod> contribution) {
    return new Measure(id, table(source), description, "", contribution, null);
  }

  /** A measure of events that need not name a customer. */
  static <E extends RawEvent> Measure ofEvents(
      String id,
      Class<E> source,
      String description,
      Function<E, LocalDate> day,
      ToLongFunction<E> amount) {
    return new Measure(
        id, table(source), description, "", null, new OfEvents<>(source, day, amount));
  }

  /** The same measure, without a sum where another is not 0. */
  Measure withheldBy(Measure other) {
    return new Measure(id, source, description, other.id(), customers, events);
  }

  /** The measure that withholds this one; empty when none does. */
  Optional<Measure> withholding() {
    return withheldBy.isEmpty() ? Optional.empty() : Measures.find(withheldBy);
  }

  /** Whether this measure can be broken down by a column of the customer. */
  boolean has(String dimension) {
    return events == null || TableSpec.of(events.type().asSubclass(Record.class)).has(dimension);
  }

  private static String table(Class<? extends RawEvent> type) {
    return TableSpec.of(type.asSubclass(Record.class)).id();
  }
}
