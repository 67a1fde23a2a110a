package io.growthline.domain.growth;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {
  @Test
  void theLastDayIsExcluded() {
    assertThat(
        Calendar.days(day("2028-02-28"), day("2028-03-02")).stream().map(DimDate::date).toList(),
        contains(day("2028-02-28"), day("2028-02-29"), day("2028-03-01")));
  }

  @Test
  void aRangeThatEndsBeforeItStartsHasNoDays() {
    assertThat(Calendar.days(day("2026-01-01"), day("2026-01-01")), is(empty()));
    assertThat(Calendar.days(day("2026-01-02"), day("2026-01-01")), is(empty()));
  }

  @ParameterizedTest
  @CsvSource({
    // day, year, quarter, month, first of the month, Monday, day of the week, weekend
    "2026-01-01, 2026, 1, 1, 2026-01-01, 2025-12-29, 4, false",
    "2026-03-31, 2026, 1, 3, 2026-03-01, 2026-03-30, 2, false",
    "2026-04-01, 2026, 2, 4, 2026-04-01, 2026-03-30, 3, false",
    "2026-10-02, 2026, 4, 10, 2026-10-01, 2026-09-28, 5, false",
    "2026-10-03, 2026, 4, 10, 2026-10-01, 2026-09-28, 6, true",
    "2026-10-04, 2026, 4, 10, 2026-10-01, 2026-09-28, 7, true",
    "2026-10-05, 2026, 4, 10, 2026-10-01, 2026-10-05, 1, false"
  })
  void aDayKnowsItsPlaceInTheCalendar(
      LocalDate day,
      long year,
      long quarter,
      long month,
      LocalDate monthStart,
      LocalDate isoWeekStart,
      long dayOfWeek,
      boolean weekend) {
    assertThat(
        Calendar.days(day, day.plusDays(1)),
        is(
            List.of(
                new DimDate(
                    day, year, quarter, month, monthStart, isoWeekStart, dayOfWeek, weekend))));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
