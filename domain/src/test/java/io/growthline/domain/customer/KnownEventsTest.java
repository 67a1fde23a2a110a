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
  private static final String NOON = "2026-01-05T12:00:00Z";
  private static final Predicate<Session> LONG = session -> session.durationS() >= 5;

  @Test
  void whatHappenedAndWasIngestedBeforeTheInstantIsKnown() {
    assertThat(known(session("2026-01-05T11:59:58Z", "2026-01-05T11:59:59Z")).size(), is(1));
  }

  @Test
  void whatHappenedAtTheInstantIsNotKnown() {
    assertThat(known(session(NOON, "2026-01-05T11:00:00Z")), is(empty()));
  }

  @Test
  void whatWasIngestedAtTheInstantIsNotKnown() {
    assertThat(known(session("2026-01-05T11:00:00Z", NOON)), is(empty()));
  }

  @Test
  void aWindowIncludesItsStartAndExcludesItsEnd() {
    KnownEvents known = before(NOON, minute(1), minute(2), minute(3));

    assertThat(minutes(known.between(Session.class, at(1), at(3))), contains(at(1), at(2)));
  }

  @Test
  void aWindowBeyondTheInstantIsCutThere() {
    KnownEvents known = before(at(3).toString(), minute(1), minute(2), minute(3), minute(4));

    assertThat(minutes(known.between(Session.class, at(2), at(5))), contains(at(2)));
    assertThat(known.between(Session.class, at(4), at(5)), is(empty()));
  }

  @Test
  void whatBecameKnownLaterIsLeftOutOfAWindow() {
    KnownEvents known =
        before(NOON, minute(1), session(at(2).toString(), "2026-01-06T00:00:00Z"), minute(3));

    assertThat(minutes(known.all(Session.class)), contains(at(1), at(3)));
  }

  @Test
  void otherTypesAreNotInTheWindow() {
    KnownEvents known = before(NOON, minute(1), event(FeatureUse.class, at(2).toString()));

    assertThat(minutes(known.all(Session.class)), contains(at(1)));
    assertThat(minutes(known.all(FeatureUse.class)), contains(at(2)));
  }

  /** Searches in the sorted timeline find what a look at every event finds. */
  @Property(tries = 500)
  void everyAnswerIsThatOfALookAtAllEvents(
      @ForAll("sessions") List<Session> sessions,
      @ForAll @IntRange(max = 12) int before,
      @ForAll @IntRange(max = 12) int from,
      @ForAll @IntRange(max = 12) int to) {
    KnownEvents known = new KnownEvents(CustomerTimeline.of("c1", sessions), at(before));
    List<Session> all =
        sessions.stream()
            .filter(s -> s.occurredAt().isBefore(at(before)))
            .filter(s -> s.ingestedAt().isBefore(at(before)))
            .sorted(Comparator.comparing(Session::occurredAt).thenComparing(Session::eventId))
            .toList();
    List<Session> since = all.stream().filter(s -> !s.occurredAt().isBefore(at(from))).toList();

    assertThat(known.all(Session.class), is(all));
    assertThat(known.since(Session.class, at(from)), is(since));
    assertThat(
        known.between(Session.class, at(from), at(to)),
        is(since.stream().filter(s -> s.occurredAt().isBefore(at(to))).toList()));
    assertThat(known.newest(Session.class), is(last(all)));
    assertThat(known.newest(Session.class, LONG), is(last(all.stream().filter(LONG).toList())));
    assertThat(known.first(Session.class, LONG), is(all.stream().filter(LONG).findFirst()));
  }

  /** Sessions in any order that happen, and become known, in few minutes, so that many tie. */
  @Provide
  Arbitrary<List<Session>> sessions() {
    Arbitrary<Integer> minute = Arbitraries.integers().between(0, 10);
    return Combinators.combine(minute, minute, minute, Arbitraries.integers().between(0, 999))
        .as(
            (occurred, delay, duration, id) ->
                event(
                    Session.class,
                    at(occurred).toString(),
                    "event_id",
                    "e" + id,
                    "ingested_at",
                    at(occurred + delay - 2).toString(),
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
    return before(NOON, session).all(Session.class);
  }

  private static KnownEvents before(String instant, RawEvent... events) {
    return new KnownEvents(CustomerTimeline.of("c1", List.of(events)), Instant.parse(instant));
  }

  private static Session minute(int minute) {
    return event(Session.class, at(minute).toString());
  }

  private static Session session(String at, String ingestedAt) {
    return event(Session.class, at, "ingested_at", ingestedAt);
  }

  private static List<Instant> minutes(List<? extends RawEvent> events) {
    return events.stream().map(RawEvent::occurredAt).toList();
  }

  private static Instant at(int minute) {
    return Instant.parse("2026-01-05T09:00:00Z").plusSeconds(60L * minute);
  }
}
