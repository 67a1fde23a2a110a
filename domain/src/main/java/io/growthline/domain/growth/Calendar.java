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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The days from the first event of a customer to the day before the as-of day. */
public final class Calendar implements TotalMart<Earliest, DimDate> {
  // The financial year begins three months after the calendar year.
  private static final int FISCAL_SHIFT = 3;

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
    Map<Integer, Map<LocalDate, String>> holidays = new HashMap<>();
    return all.day().stream()
        .flatMap(first -> first.datesUntil(asOf))
        .map(day -> date(day, holidays.computeIfAbsent(day.getYear(), BankHolidays::of)))
        .toList();
  }

  @Override
  public String emptyBecause() {
    return "no raw events of customers";
  }

  private static DimDate date(LocalDate day, Map<LocalDate, String> holidays) {
    boolean weekend = day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    String holiday = holidays.get(day);
    boolean known = day.getYear() >= BankHolidays.FIRST_YEAR;
    return new DimDate(
        day,
        day.getYear(),
        day.get(IsoFields.QUARTER_OF_YEAR),
        day.getMonthValue(),
        day.withDayOfMonth(1),
        day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
        day.get(IsoFields.WEEK_BASED_YEAR),
        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
        day.get(ChronoField.DAY_OF_WEEK),
        weekend,
        day.minusMonths(FISCAL_SHIFT).getYear() + 1L,
        day.minusMonths(FISCAL_SHIFT).get(IsoFields.QUARTER_OF_YEAR),
        known ? holiday != null : null,
        holiday,
        known ? !weekend && holiday == null : null);
  }
}
