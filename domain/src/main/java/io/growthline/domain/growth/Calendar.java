package io.growthline.domain.growth;

import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.Earliest;
import io.growthline.domain.mart.TotalMart;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** The days from the first event of a customer to the day before the as-of day. */
public final class Calendar implements TotalMart<Earliest, DimDate> {
  @Override
  public Class<DimDate> table() {
    return DimDate.class;
  }

  @Override
  public Earliest empty() {
    return new Earliest();
  }

  @Override
  public void count(CustomerAsOf customer, Earliest into) {
    customer
        .timeline()
        .start()
        .ifPresent(start -> into.add(LocalDate.ofInstant(start, ZoneOffset.UTC)));
  }

  @Override
  public List<DimDate> rows(Earliest all, LocalDate asOf) {
    return all.day().stream().flatMap(first -> first.datesUntil(asOf)).map(Calendar::date).toList();
  }

  @Override
  public String emptyBecause() {
    return "no raw events of customers";
  }

  private static DimDate date(LocalDate day) {
    return new DimDate(
        day,
        day.getYear(),
        day.get(IsoFields.QUARTER_OF_YEAR),
        day.getMonthValue(),
        day.withDayOfMonth(1),
        day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
        day.get(ChronoField.DAY_OF_WEEK),
        day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue());
  }
}
