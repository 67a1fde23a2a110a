package io.growthline.domain.customer;

import static io.growthline.domain.customer.Events.event;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KnownEventsTest {
  private static final LocalDate JANUARY_5 = LocalDate.parse("2026-01-05");
  private static final String MIDNIGHT = "2026-01-05T00:00:00Z";
  private static final Predicate<Session> LONG = session -> session.durationS() >= 5;

  @Test
  void whatHappenedAndWasIngestedBeforeTheDayIsKnown() {
    assertThat(known(session("2026-01-04T23:59:58Z", "2026-01-04T23:59:59Z")).size(), is(1));
  }

  @Test
  void whatHappenedOnTheDayIsNotKnown() {
    assertThat(known(session(MIDNIGHT, "2026-01-04T11:00:00Z")), is(empty()));
  }

  @Test
  void whatWasIngestedOnTheDayIsNotKnown() {
    assertThat(known(session("2026-01-04T11:00:00Z", MIDNIGHT)), is(empty()));
  }

  @Test
  void aWindowIncludesItsFirstDayAndExcludesItsLast() {
    KnownEvents known = before(day(9), noon(1), noon(2), noon(3));

    assertThat(days(known.between(Session.class, day(1), day(3))), contains(day(1), day(2)));
    assertThat(days(known.until(Session.class, day(3))), contains(day(1), day(2)));
    assertThat(days(known.since(Session.class, day(2))), contains(day(2), day(3)));
  }

  @Test
  void aWindowBeyondTheDayIsCutThere() {
    KnownEvents known = before(day(3), noon(1), noon(2), noon(3), noon(4));

    assertThat(days(known.between(Session.class, day(2), day(5))), contains(day(2)));
    assertThat(known.between(Session.class, day(4), day(5)), is(empty()));
  }

  @Test
  void aWindowThatEndsBeforeItBeginsIsEmpty() {
    KnownEvents known = before(day(9), noon(1), noon(2));

    assertThat(known.between(Session.class, day(2), day(1)), is(empty()));
    assertThat(known.any(Session.class, day(2), day(1)), is(false));
  }

  @Test
  void whatBecameKnownLaterIsLeftOutOfAWindow() {
    KnownEvents known =
        before(day(9), noon(1), session(at(day(2)), "2026-02-06T00:00:00Z"), noon(3));

    assertThat(days(known.all(Session.class)), contains(day(1), day(3)));
    assertThat(known.any(Session.class, day(2), day(3)), is(false));
  }

  @Test
  void otherTypesAreNotInTheWindow() {
    KnownEvents known = before(day(9), noon(1), event(FeatureUse.class, at(day(2))));

    assertThat(days(known.all(Session.class)), contains(day(1)));
    assertThat(days(known.all(FeatureUse.class)), contains(day(2)));
  }

  /** Searches in the sorted timeline find what a look at every event finds. */
  @Property(tries = 500)
  void everyAnswerIsThatOfALookAtAllEvents(
      @ForAll("sessions") List<Session> sessions,
      @ForAll @IntRange(min = 1, max = 12) int before,
      @ForAll @IntRange(min = 1, max = 12) int from,
      @ForAll @IntRange(min = 1, max = 12) int to) {
    KnownEvents known = new KnownEvents(timeline(sessions), day(before));
    List<Session> all =
        sessions.stream()
            .filter(s -> s.occurredAt().isBefore(midnight(before)))
            .filter(s -> s.ingestedAt().isBefore(midnight(before)))
            .sorted(
                Comparator.comparing(Session::occurredAt)
                    .thenComparing(Session::ingestedAt)
                    .thenComparing(Session::eventId))
            .toList();
    List<Session> until = all.stream().filter(s -> s.occurredAt().isBefore(midnight(to))).toList();
    List<Session> window =
        until.stream().filter(s -> !s.occurredAt().isBefore(midnight(from))).toList();

    assertThat(known.all(Session.class), is(all));
    assertThat(
        known.since(Session.class, day(from)),
        is(all.stream().filter(s -> !s.occurredAt().isBefore(midnight(from))).toList()));
    assertThat(known.until(Session.class, day(to)), is(until));
    assertThat(known.between(Session.class, day(from), day(to)), is(window));
    assertThat(known.any(Session.class, day(from), day(to)), is(!window.isEmpty()));
    assertThat(known.newest(Session.class), is(last(all)));
    assertThat(known.newest(Session.class, LONG), is(last(all.stream().filter(LONG).toList())));
    assertThat(known.first(Session.class, LONG), is(all.stream().filter(LONG).findFirst()));
  }

  /** Sessions in any order that happen, and become known, at few times, so that many tie. */
  @Provide
  Arbitrary<List<Session>> sessions() {
    Arbitrary<Integer> halfDays = Arbitraries.integers().between(0, 20);
    return Combinators.combine(halfDays, halfDays, halfDays, Arbitraries.integers().between(0, 999))
        .as(
            (occurred, delay, duration, id) ->
                event(
                    Session.class,
                    midnight(1).plusSeconds(occurred * 43_200L).toString(),
                    "event_id",
                    "e" + id,
                    "ingested_at",
                    midnight(1).plusSeconds((occurred + delay - 4) * 43_200L).toString(),
                    "duration_s",
                    duration))
        .list()
        .uniqueElements(Session::eventId)
        .ofMaxSize(12);
  }

  private static Optional<Session> last(List<Session> sessions) {
    return sessions.isEmpty() ? Optional.empty() : Optional.of(sessions.get(sessions.size() - 1));
  }

  private static List<Session> known(Session session) {
    return before(JANUARY_5, session).all(Session.class);
  }

  private static KnownEvents before(LocalDate day, RawEvent... events) {
    return new KnownEvents(timeline(List.of(events)), day);
  }

  private static CustomerTimeline timeline(List<? extends RawEvent> events) {
    return CustomerTimeline.of(
        "c1", events, LocalDate.parse("2027-01-01"), ReportingCurrency.AS_WRITTEN);
  }

  private static Session noon(int day) {
    return event(Session.class, at(day(day)));
  }

  private static Session session(String at, String ingestedAt) {
    return event(Session.class, at, "ingested_at", ingestedAt);
  }

  private static List<LocalDate> days(List<? extends RawEvent> events) {
    return events.stream().map(e -> LocalDate.ofInstant(e.occurredAt(), ZoneOffset.UTC)).toList();
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2026, 1, day);
  }

  private static String at(LocalDate day) {
    return day + "T12:00:00Z";
  }

  private static Instant midnight(int day) {
    return day(day).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
