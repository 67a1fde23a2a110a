package io.growthline.domain.metric;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GrainTest {
  @Test
  void periodsBeginWhereTheCalendarSays() {
    LocalDate day = LocalDate.parse("2026-02-18");

    assertThat(Grain.WEEK.start(day), is(LocalDate.parse("2026-02-16")));
    assertThat(Grain.MONTH.start(day), is(LocalDate.parse("2026-02-01")));
    assertThat(Grain.QUARTER.start(day), is(LocalDate.parse("2026-01-01")));
    assertThat(
        Grain.QUARTER.plus(LocalDate.parse("2026-01-01"), -1), is(LocalDate.parse("2025-10-01")));
  }

  @Property
  void everyDayIsInExactlyOnePeriod(@ForAll Grain grain, @ForAll @IntRange(max = 50_000) int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    LocalDate start = grain.start(date);

    assertThat(start.isAfter(date), is(false));
    assertThat(grain.next(start).isAfter(date), is(true));
    assertThat(grain.start(start), is(start));
    assertThat(grain.plus(grain.next(start), -1), is(start));
    assertThat(Grain.of(grain.id()), is(grain));
  }
}
