package io.growthline.domain.metric;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.event.RawEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds what the events of one type contribute to a measure of one grain: those of a measure of
 * events under their own values of the dimensions that are columns of their table, others, which
 * name no customer, under {@link Dimension#UNKNOWN}.
 *
 * @param <E> the events
 */
final class EventContributions<E extends RawEvent> {
  private final Grain grain;
  private final Measure measure;
  private final Measure.OfEvents<E> of;
  private final List<Dimension> dimensions = new ArrayList<>();

  private EventContributions(
      Grain grain, Measure measure, Measure.OfEvents<E> of, List<Dimension> dimensions) {
    this.grain = grain;
    this.measure = measure;
    this.of = of;
    dimensions.stream().filter(d -> measure.has(d.name())).forEach(this.dimensions::add);
  }

  static EventContributions<?> of(Grain grain, Measure measure, List<Dimension> dimensions) {
    return new EventContributions<>(grain, measure, measure.events(), dimensions);
  }

  Class<E> type() {
    return of.type();
  }

  /** Adds an event if it is one of the type. */
  void addIfOfType(RawEvent event, ReportingCurrency currency, MeasureTotals into) {
    if (of.type().isInstance(event)) {
      add(of.type().cast(event), currency, into);
    }
  }

  private void add(E event, ReportingCurrency currency, MeasureTotals into) {
    LocalDate day = of.day().apply(event);
    long amount = of.amount().applyAsLong(event, currency);
    for (Cell cell : measure.customers() == null ? ownCells(event, day) : unknownCells(day)) {
      into.add(cell, measure, amount);
    }
  }

  private List<Cell> unknownCells(LocalDate day) {
    return Cell.ofUnknown(grain, day, dimensions);
  }

  private List<Cell> ownCells(E event, LocalDate day) {
    LocalDate period = grain.start(day);
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell(grain.id(), period, Dimension.ALL, Dimension.ALL));
    for (Dimension dimension : dimensions) {
      String value = Dimension.text(column(event, dimension.name()));
      cells.add(new Cell(grain.id(), period, dimension.name(), value));
    }
    return cells;
  }

  @SuppressWarnings("unchecked") // raw events are records of their own contract
  private static Object column(RawEvent event, String name) {
    Record row = (Record) event;
    TableSpec<Record> table = (TableSpec<Record>) TableSpec.of(row.getClass());
    return table.value(row, table.indexOf(name));
  }
}
