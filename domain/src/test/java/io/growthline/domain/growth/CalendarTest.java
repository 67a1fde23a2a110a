package io.growthline.domain.growth;

import static io.growthline.domain.customer.Events.session;
import static io.growthline.domain.customer.Events.transaction;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.Earliest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {
  private static final Calendar MART = new Calendar();

  @Test
  void theLastDayIsExcluded() {
    assertThat(
        days(day("2028-02-28"), day("2028-03-02")).stream().map(DimDate::date).toList(),
        contains(day("2028-02-28"), day("2028-02-29"), day("2028-03-01")));
  }

  @Test
  void eventsOfTheAsOfDayAreNotCounted() {
    Earliest totals = MART.empty();
    count(totals, session("2026-01-05T00:00:00Z"));

    assertThat(MART.rows(totals, day("2026-01-05")), is(empty()));
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
    "2026-10-05, 2026, 4, 10, 2026-10-01, 2026-10-05, 1, false",
    "2027-01-01, 2027, 1, 1, 2027-01-01, 2026-12-28, 5, false"
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
        days(day, day.plusDays(1)),
        is(
            List.of(
                new DimDate(
                    day, year, quarter, month, monthStart, isoWeekStart, dayOfWeek, weekend))));
  }

  @Test
  void theDaysBeginWithTheFirstEventOfACustomer() {
    Earliest totals = MART.empty();
    count(totals, session("2026-01-02T00:00:00Z"));
    count(totals, session("2026-01-03T10:00:00Z"), transaction("2026-01-01T23:59:59Z", 1));

    List<DimDate> rows = MART.rows(totals, day("2026-01-05"));

    assertThat(rows.get(0).date(), is(day("2026-01-01")));
    assertThat(rows.size(), is(4));
  }

  @Test
  void withoutEventsThereAreNoDays() {
    assertThat(MART.rows(MART.empty(), day("2026-01-05")), is(empty()));
  }

  @Test
  void ofPartsTheEarliestDayCounts() {
    Earliest one = earliest("2026-01-03");
    Earliest other = earliest("1969-12-31");
    RowBuffer bytes = new RowBuffer(8);
    other.write(bytes);

    one.add(new RowCursor().at(bytes.array(), 0));
    one.addAll(earliest("2026-01-04"));
    one.addAll(MART.empty());

    assertThat(one, is(other));
  }

  private static List<DimDate> days(LocalDate from, LocalDate to) {
    return MART.rows(earliest(from.toString()), to);
  }

  private static Earliest earliest(String day) {
    Earliest earliest = MART.empty();
    earliest.add(day(day));
    return earliest;
  }

  private static void count(Earliest into, RawEvent... events) {
    MART.count(CustomerAsOf.of("c1", List.of(events), day("2026-01-05")), into);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
