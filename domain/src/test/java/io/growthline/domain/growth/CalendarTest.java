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
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.AggregateWith;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.aggregator.ArgumentsAggregator;
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
  @CsvSource(
      quoteCharacter = '"',
      value = {
        // day, year, quarter, month, first of the month, Monday, ISO year, ISO week, day of the
        // week,
        // weekend, fiscal year, fiscal quarter, bank holiday, its name, working day
        "2026-01-01, 2026, 1, 1, 2026-01-01, 2025-12-29, 2026, 1, 4, false, 2026, 4, true, New Year's Day, false",
        "2026-03-31, 2026, 1, 3, 2026-03-01, 2026-03-30, 2026, 14, 2, false, 2026, 4, false, , true",
        "2026-04-01, 2026, 2, 4, 2026-04-01, 2026-03-30, 2026, 14, 3, false, 2027, 1, false, , true",
        "2026-10-02, 2026, 4, 10, 2026-10-01, 2026-09-28, 2026, 40, 5, false, 2027, 3, false, , true",
        "2026-10-03, 2026, 4, 10, 2026-10-01, 2026-09-28, 2026, 40, 6, true, 2027, 3, false, , false",
        "2026-10-04, 2026, 4, 10, 2026-10-01, 2026-09-28, 2026, 40, 7, true, 2027, 3, false, , false",
        "2026-07-01, 2026, 3, 7, 2026-07-01, 2026-06-29, 2026, 27, 3, false, 2027, 2, false, , true",
        "2027-01-01, 2027, 1, 1, 2027-01-01, 2026-12-28, 2026, 53, 5, false, 2027, 4, true, New Year's Day, false",
        "1977-06-07, 1977, 2, 6, 1977-06-01, 1977-06-06, 1977, 23, 2, false, 1978, 1, , , "
      })
  void aDayKnowsItsPlaceInTheCalendar(@AggregateWith(DayOfTheCalendar.class) DimDate expected) {
    LocalDate day = expected.date();
    assertThat(days(day, day.plusDays(1)), is(List.of(expected)));
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

  /** A row of the parameters in the order of the columns. */
  static final class DayOfTheCalendar implements ArgumentsAggregator {
    @Override
    public DimDate aggregateArguments(ArgumentsAccessor text, ParameterContext context) {
      return new DimDate(
          text.get(0, LocalDate.class),
          text.getLong(1),
          text.getLong(2),
          text.getLong(3),
          text.get(4, LocalDate.class),
          text.get(5, LocalDate.class),
          text.getLong(6),
          text.getLong(7),
          text.getLong(8),
          text.getBoolean(9),
          text.getLong(10),
          text.getLong(11),
          text.getBoolean(12),
          text.getString(13),
          text.getBoolean(14));
    }
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
