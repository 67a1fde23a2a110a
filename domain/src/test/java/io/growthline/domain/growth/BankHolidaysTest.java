package io.growthline.domain.growth;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankHolidaysTest {
  @ParameterizedTest
  @CsvSource({
    "1818-03-22", // the earliest day there is
    "1943-04-25", // the latest day there is
    "1954-04-18",
    "1981-04-19",
    "2000-04-23",
    "2024-03-31",
    "2025-04-20",
    "2026-04-05",
    "2038-04-25",
    "2049-04-18"
  })
  void easterIsWhatTablesOfTheChurchSay(LocalDate easter) {
    assertThat(BankHolidays.easter(easter.getYear()), is(easter));
  }

  /** The days that GOV.UK lists for England and Wales. */
  @ParameterizedTest
  @CsvSource({
    "2019, 01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
    "2020, 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    "2021, 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    "2022, 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    "2023, 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    "2024, 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    "2025, 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    "2026, 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    "2027, 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"
  })
  void theDaysOfAYearAreThoseThatTheGovernmentLists(int year, String days) {
    assertThat(
        List.copyOf(BankHolidays.of(year).keySet()),
        is(Stream.of(days.split(" ")).map(day -> LocalDate.parse(year + "-" + day)).toList()));
  }

  @ParameterizedTest
  @CsvSource({
    "1981-07-29, Wedding",
    "1995-05-08, Early May",
    "1999-12-31, Millennium",
    "2002-06-03, Golden Jubilee",
    "2002-06-04, Spring",
    "2011-04-29, Wedding",
    "2012-06-04, Spring",
    "2012-06-05, Diamond Jubilee",
    "2020-05-08, Early May",
    "2022-06-02, Spring",
    "2022-06-03, Platinum Jubilee",
    "2022-09-19, State Funeral",
    "2023-05-08, Coronation"
  })
  void whatWasProclaimedOnceIsListed(LocalDate day, String name) {
    assertThat(BankHolidays.of(day.getYear()).get(day), startsWith(name));
  }

  @ParameterizedTest
  @CsvSource({"1995-05-01", "2002-05-27", "2012-05-28", "2020-05-04", "2022-05-30"})
  void theDayFromWhichAHolidayWasMovedIsNone(LocalDate day) {
    assertThat(BankHolidays.of(day.getYear()).containsKey(day), is(false));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "2022-01-03, New Year's Day (substitute day)",
        "2021-12-27, Christmas Day (substitute day)",
        "2021-12-28, Boxing Day (substitute day)",
        "2022-12-26, Boxing Day",
        "2022-12-27, Christmas Day (substitute day)",
        "2020-12-28, Boxing Day (substitute day)"
      })
  void aHolidayOnAWeekendIsKeptOnTheNextWeekdayThatIsFree(LocalDate day, String name) {
    assertThat(BankHolidays.of(day.getYear()).get(day), is(name));
  }

  @Test
  void beforeTheRulesNothingIsKnown() {
    assertThat(BankHolidays.of(1977), is(anEmptyMap()));
    assertThat(BankHolidays.of(1978).get(LocalDate.parse("1978-05-01")), startsWith("Early May"));
  }

  @Property
  void eachYearHasEightHolidaysOnWeekdaysAndThoseAddedOnce(
      @ForAll @IntRange(min = 2024, max = 2100) int year) {
    assertThat(BankHolidays.of(year).size(), is(8));
    BankHolidays.of(year)
        .keySet()
        .forEach(day -> assertThat(day.getDayOfWeek(), lessThan(DayOfWeek.SATURDAY)));
  }
}
