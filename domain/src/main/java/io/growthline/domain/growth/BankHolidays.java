package io.growthline.domain.growth;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Bank holidays in England and Wales: Schedule 1 of the Banking and Financial Dealings Act 1971,
 * with New Year's Day and the first Monday in May, which are proclaimed each year, and the common
 * law holidays Good Friday and Christmas Day. One that falls on a weekend is kept on the next
 * weekday that is not a holiday already. What a proclamation moved or added once is listed.
 */
final class BankHolidays {
  /** First year in which these rules held: the first with the holiday in early May. */
  static final int FIRST_YEAR = 1978;

  /** Days of the rules that were kept on another day. */
  private static final Map<LocalDate, LocalDate> MOVED =
      Map.of(
          LocalDate.of(1995, 5, 1), LocalDate.of(1995, 5, 8), // 50 years after the war
          LocalDate.of(2002, 5, 27), LocalDate.of(2002, 6, 4), // Golden Jubilee
          LocalDate.of(2012, 5, 28), LocalDate.of(2012, 6, 4), // Diamond Jubilee
          LocalDate.of(2020, 5, 4), LocalDate.of(2020, 5, 8), // 75 years after the war
          LocalDate.of(2022, 5, 30), LocalDate.of(2022, 6, 2)); // Platinum Jubilee

  /** Days that were holidays once. */
  private static final Map<LocalDate, String> ADDED =
      Map.of(
          LocalDate.of(1981, 7, 29), "Wedding of the Prince of Wales",
          LocalDate.of(1999, 12, 31), "Millennium holiday",
          LocalDate.of(2002, 6, 3), "Golden Jubilee bank holiday",
          LocalDate.of(2011, 4, 29), "Wedding of Prince William",
          LocalDate.of(2012, 6, 5), "Diamond Jubilee bank holiday",
          LocalDate.of(2022, 6, 3), "Platinum Jubilee bank holiday",
          LocalDate.of(2022, 9, 19), "State Funeral of Queen Elizabeth II",
          LocalDate.of(2023, 5, 8), "Coronation of King Charles III");

  private record Holiday(LocalDate day, String name) {
    boolean isOnWeekend() {
      return day.getDayOfWeek().compareTo(SATURDAY) >= 0;
    }
  }

  private BankHolidays() {}

  /** The holidays of a year by day; empty before {@link #FIRST_YEAR}. */
  static Map<LocalDate, String> of(int year) {
    Map<LocalDate, String> days = new TreeMap<>();
    if (year < FIRST_YEAR) {
      return days;
    }
    List<Holiday> holidays = byRule(year);
    for (Holiday holiday : holidays) {
      if (!holiday.isOnWeekend()) {
        days.put(MOVED.getOrDefault(holiday.day(), holiday.day()), holiday.name());
      }
    }
    for (Holiday holiday : holidays) {
      if (holiday.isOnWeekend()) {
        days.put(substitute(holiday.day(), days), holiday.name() + " (substitute day)");
      }
    }
    ADDED.forEach(
        (day, name) -> {
          if (day.getYear() == year) {
            days.put(day, name);
          }
        });
    return days;
  }

  private static List<Holiday> byRule(int year) {
    LocalDate easter = easter(year);
    LocalDate may = LocalDate.of(year, Month.MAY, 1);
    LocalDate august = LocalDate.of(year, Month.AUGUST, 1);
    return List.of(
        new Holiday(LocalDate.of(year, Month.JANUARY, 1), "New Year's Day"),
        new Holiday(easter.minusDays(2), "Good Friday"),
        new Holiday(easter.plusDays(1), "Easter Monday"),
        new Holiday(may.with(TemporalAdjusters.firstInMonth(MONDAY)), "Early May bank holiday"),
        new Holiday(may.with(TemporalAdjusters.lastInMonth(MONDAY)), "Spring bank holiday"),
        new Holiday(august.with(TemporalAdjusters.lastInMonth(MONDAY)), "Summer bank holiday"),
        new Holiday(LocalDate.of(year, Month.DECEMBER, 25), "Christmas Day"),
        new Holiday(LocalDate.of(year, Month.DECEMBER, 26), "Boxing Day"));
  }

  private static LocalDate substitute(LocalDate weekend, Map<LocalDate, String> taken) {
    LocalDate day = weekend;
    while (day.getDayOfWeek().compareTo(SATURDAY) >= 0 || taken.containsKey(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  /**
   * Easter Sunday of a year of the Gregorian calendar. Source: the algorithm without exceptions of
   * Butcher's Ecclesiastical Calendar (1876), as J. Meeus gives it in Astronomical Algorithms,
   * second edition (1998), chapter 8; names of variables are his.
   */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = b / 4;
    int e = b % 4;
    int f = (b + 8) / 25;
    int g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4;
    int k = c % 4;
    int l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int monthAndDay = h + l - 7 * m + 114;
    return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
  }
}
