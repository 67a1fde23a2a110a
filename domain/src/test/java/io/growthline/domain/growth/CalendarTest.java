package io.growthline.domain.growth;

import static io.growthline.domain.customer.Events.session;
import static io.growthline.domain.customer.Events.transaction;
import static org.hamcrest.MatcherAssert.assertThat;
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

class CalendarTest {
  private static final Calendar MART = new Calendar();
  private static final LocalDate JANUARY_5 = LocalDate.parse("2026-01-05");

  @Test
  void theDaysGoFromTheFirstEventToTheDayBefore() {
    Earliest totals = MART.empty();
    count(totals, session("2026-01-02T00:00:00Z"));
    count(totals, session("2026-01-03T10:00:00Z"), transaction("2026-01-01T23:59:59Z", 1));

    List<DimDate> days = MART.rows(totals, JANUARY_5);

    assertThat(days.size(), is(4));
    assertThat(
        days.get(0),
        is(
            new DimDate(
                LocalDate.parse("2026-01-01"),
                2026,
                1,
                1,
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2025-12-29"),
                4,
                false)));
    assertThat(days.get(2).isWeekend(), is(true));
    assertThat(days.get(3).date(), is(LocalDate.parse("2026-01-04")));
  }

  @Test
  void withoutEventsThereAreNoDays() {
    Earliest totals = MART.empty();
    totals.addAll(MART.empty());

    assertThat(MART.rows(totals, JANUARY_5), is(empty()));
  }

  @Test
  void ofPartsTheEarliestCounts() {
    Earliest one = MART.empty();
    one.add(LocalDate.parse("2026-01-03"));
    Earliest other = MART.empty();
    other.add(LocalDate.parse("1969-12-31"));
    RowBuffer bytes = new RowBuffer(8);
    other.write(bytes);

    one.add(new RowCursor().at(bytes.array(), 0));

    assertThat(one, is(other));
  }

  private static void count(Earliest into, RawEvent... events) {
    MART.count(CustomerAsOf.of("c1", List.of(events), JANUARY_5), into);
  }
}
