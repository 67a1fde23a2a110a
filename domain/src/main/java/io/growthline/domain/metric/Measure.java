package io.growthline.domain.metric;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.customer.Spending;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Transaction;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;

/**
 * What metrics are made of: a whole number that customers, or events, contribute to a period. It
 * adds up, so that any order and grouping of customers gives the same value.
 *
 * @param id name in the metric catalogue
 * @param sources raw tables; without an event in any of them 0 would mean nothing. Empty when any
 *     event will do
 * @param description what is contributed to a period, for people
 * @param withheldBy measure that counts what this one cannot add up; where it is not 0 there is no
 *     sum. Empty for none
 * @param customers what a customer contributes; null for a measure of events
 * @param events what an event contributes that need not name a customer; null for a measure to
 *     which only customers contribute
 * @param leavesOut which events would count if they named a customer
 */
public record Measure(
    String id,
    List<String> sources,
    String description,
    String withheldBy,
    ToLongFunction<CustomerPeriod> customers,
    OfEvents<?> events,
    Predicate<RawEvent> leavesOut) {

  /**
   * What the events of one type contribute.
   *
   * @param type the events
   * @param day day to whose period an event contributes
   * @param amount what it contributes, where amounts are added up in this currency
   */
  public record OfEvents<E extends RawEvent>(
      Class<E> type, Function<E, LocalDate> day, ToLongBiFunction<E, ReportingCurrency> amount) {
    static <E extends RawEvent> OfEvents<E> of(
        Class<E> type, Function<E, LocalDate> day, ToLongFunction<E> amount) {
      return new OfEvents<>(type, day, (event, currency) -> amount.applyAsLong(event));
    }
  }

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
      String id,
      String description,
      ToLongFunction<CustomerPeriod> contribution,
      Predicate<RawEvent> leavesOut) {
    return new Measure(id, List.of(), description, "", contribution, null, leavesOut);
  }

  /** A measure of customers that means something when there are events of one of these types. */
  static Measure ofCustomers(
      String id,
      List<Class<? extends RawEvent>> sources,
      String description,
      ToLongFunction<CustomerPeriod> contribution,
      Predicate<RawEvent> leavesOut) {
    return new Measure(
        id,
        sources.stream().map(Measure::table).toList(),
        description,
        "",
        contribution,
        null,
        leavesOut);
  }

  /**
   * A measure of events by the customers whom they name. Those that name none count under {@link
   * Dimension#UNKNOWN}.
   *
   * @param amount what an event contributes to the period in which it happened
   */
  static <E extends RawEvent> Measure ofRows(
      String id, Class<E> source, String description, ToLongFunction<E> amount) {
    return new Measure(
        id,
        List.of(table(source)),
        description,
        "",
        period -> Counting.sum(period.events(source), amount),
        OfEvents.of(source, Measure::day, amount),
        event -> false);
  }

  /**
   * A measure of what transactions add up to, of customers and of transactions that name none.
   *
   * @param part what counts of it
   */
  static Measure ofSpending(String id, String description, ToLongFunction<Spending> part) {
    return new Measure(
        id,
        List.of(table(Transaction.class)),
        description,
        "",
        period -> part.applyAsLong(period.spending()),
        new OfEvents<>(
            Transaction.class,
            Measure::day,
            (transaction, currency) -> part.applyAsLong(Spending.ofUnnamed(transaction, currency))),
        event -> false);
  }

  /**
   * A measure of the events of customers; those that name none are left out.
   *
   * @param amount what an event contributes to the period in which it happened
   */
  static <E extends RawEvent> Measure ofRowsOfCustomers(
      String id, Class<E> source, String description, ToLongFunction<E> amount) {
    return ofCustomers(
        id,
        List.of(source),
        description,
        period -> Counting.sum(period.events(source), amount),
        event -> source.isInstance(event) && amount.applyAsLong(source.cast(event)) != 0);
  }

  /**
   * A measure of events under their own values of those dimensions that are columns of their table.
   */
  static <E extends RawEvent> Measure ofEvents(
      String id,
      Class<E> source,
      String description,
      Function<E, LocalDate> day,
      ToLongFunction<E> amount) {
    return new Measure(
        id,
        List.of(table(source)),
        description,
        "",
        null,
        OfEvents.of(source, day, amount),
        event -> false);
  }

  /** The same measure, without a sum where another is not 0. */
  Measure withheldBy(Measure other) {
    return new Measure(id, sources, description, other.id(), customers, events, leavesOut);
  }

  /** The measure that withholds this one; empty when none does. */
  public Optional<Measure> withholding() {
    return withheldBy.isEmpty() ? Optional.empty() : Measures.find(withheldBy);
  }

  /** Whether this measure can be broken down by a column of the customer. */
  boolean has(String dimension) {
    return customers != null || TableSpec.of(events.type().asSubclass(Record.class)).has(dimension);
  }

  /** The day of an event, UTC. */
  static LocalDate day(RawEvent event) {
    return LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC);
  }

  private static String table(Class<? extends RawEvent> type) {
    return TableSpec.of(type.asSubclass(Record.class)).id();
  }
}
