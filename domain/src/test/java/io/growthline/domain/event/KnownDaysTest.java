package io.growthline.domain.event;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** One event with a wrong date must not make all others old. */
class KnownDaysTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2025, 4, 10);

  @Test
  void withoutEventsThereIsNoDay() {
    assertThat(new KnownDays(Map.of()).newest(), is(Optional.empty()));
  }

  @Test
  void theNewestDayOfUsualEventsIsTheNewest() {
    assertNewest(LAST, daily(10, Map.of()));
  }

  @Test
  void oneEventInAThousandAfterALongSilenceIsAStray() {
    assertNewest(LAST, daily(10, Map.of("2099-01-01", 1L)));
  }

  @Test
  void straysOfSeveralDaysAreCountedTogether() {
    assertNewest(LAST, daily(20, Map.of("2062-01-01", 1L, "2099-01-01", 1L)));
    assertNewest(LAST, daily(20, Map.of("2062-01-01", 2L, "2099-01-01", 3L)));
    assertNewest(LocalDate.of(2062, 1, 1), daily(20, Map.of("2062-01-01", 3L, "2099-01-01", 3L)));
  }

  @Test
  void oneInTenIsAStrayUpToAHandful() {
    LocalDate stray = LocalDate.of(2026, 3, 1);

    assertNewest(FIRST, Map.of(FIRST, 9L, stray, 1L));
    assertNewest(stray, Map.of(FIRST, 8L, stray, 1L));
    assertNewest(FIRST, Map.of(FIRST, 45L, stray, 5L));
    assertNewest(stray, Map.of(FIRST, 44L, stray, 5L));
    assertNewest(stray, Map.of(FIRST, 994L, stray, 6L));
    assertNewest(FIRST, Map.of(FIRST, 5_994L, stray, 6L));
  }

  @Test
  void aSilenceOfAQuarterIsNotLong() {
    assertNewest(LAST.plusDays(92), daily(10, Map.of(LAST.plusDays(92) + "", 1L)));
    assertNewest(LAST, daily(10, Map.of(LAST.plusDays(93) + "", 1L)));
  }

  @Test
  void anEventOfLongAgoChangesNothing() {
    assertNewest(LAST, daily(10, Map.of("1900-01-01", 1L)));
    assertNewest(LAST, daily(10, Map.of("1900-01-01", 1L, "2099-01-01", 1L)));
  }

  @Property
  void oneMoreEventMovesTheDayByASilenceAtMost(@ForAll @IntRange(max = 27_000) int later) {
    LocalDate day = LAST.plusDays(later);

    assertNewest(later > KnownDays.SILENCE ? LAST : day, daily(10, Map.of(day + "", 1L)));
  }

  /** So many events on each of a hundred days, and some more. */
  private static Map<LocalDate, Long> daily(long each, Map<String, Long> more) {
    Map<LocalDate, Long> events = new HashMap<>();
    FIRST.datesUntil(LAST.plusDays(1)).forEach(day -> events.put(day, each));
    more.forEach((day, count) -> events.merge(LocalDate.parse(day), count, Long::sum));
    return events;
  }

  private static void assertNewest(LocalDate newest, Map<LocalDate, Long> events) {
    assertThat(new KnownDays(events).newest(), is(Optional.of(newest)));
  }
}
