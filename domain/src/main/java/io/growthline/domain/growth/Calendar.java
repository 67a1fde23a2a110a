package io.growthline.domain.growth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** The rows of the date dimension. */
public final class Calendar {
  private Calendar() {}

  /** The days of {@code [from, to)}. */
  public static List<DimDate> days(LocalDate from, LocalDate to) {
    return from.isBefore(to) ? from.datesUntil(to).map(Calendar::day).toList() : List.of();
  }

  private static DimDate day(LocalDate day) {
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
