package io.growthline.domain.customer;

import static io.growthline.domain.customer.Events.session;
import static io.growthline.domain.customer.Events.transaction;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Session;
import io.growthline.domain.event.Transaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KnownEventsTest {
  private static final LocalDate MAY = LocalDate.parse("2026-05-01");
  private static final LocalDate YEAR_END = LocalDate.parse("2026-12-31");
  // The second happened in March and became known in June.
  private static final List<RawEvent> EVENTS =
      List.of(
          transaction("2026-02-01T00:00:00Z", 1),
          transaction("2026-03-01T00:00:00Z", 2, "approved", Instant.parse("2026-06-01T00:00:00Z")),
          transaction("2026-04-01T00:00:00Z", 3),
          transaction("2026-05-01T00:00:00Z", 4));

  @Test
  void whatHappenedOrBecameKnownOnTheDayOrLaterIsUnknown() {
    assertThat(amounts(known(MAY).all(Transaction.class)), contains(1L, 3L));
    assertThat(amounts(known(MAY.plusDays(1)).all(Transaction.class)), contains(1L, 3L, 4L));
    assertThat(amounts(known(MAY.plusDays(31)).all(Transaction.class)), contains(1L, 3L, 4L));
    assertThat(amounts(known(MAY.plusDays(32)).all(Transaction.class)), contains(1L, 2L, 3L, 4L));
  }

  @Test
  void aWindowBeginsWithItsFirstDayAndEndsBeforeItsLast() {
    KnownEvents known = known(YEAR_END);
    LocalDate march = LocalDate.parse("2026-03-01");

    assertThat(amounts(known.between(Transaction.class, march, MAY)), contains(2L, 3L));
    assertThat(amounts(known.since(Transaction.class, MAY)), contains(4L));
    assertThat(amounts(known.until(Transaction.class, march)), contains(1L));
    assertThat(known.between(Transaction.class, MAY, march), is(empty()));
  }

  @Test
  void theNewestAndTheFirstAreThoseThatAreKnown() {
    KnownEvents march = known(LocalDate.parse("2026-03-15"));

    assertThat(march.newest(Transaction.class).map(Transaction::amountMinor), is(Optional.of(1L)));
    assertThat(
        known(MAY).first(Transaction.class, t -> t.amountMinor() > 1).map(Transaction::amountMinor),
        is(Optional.of(3L)));
    assertThat(march.newest(Session.class), is(Optional.empty()));
  }

  @Test
  void eventsOfOtherTypesAreNotTouched() {
    List<RawEvent> events = new ArrayList<>(EVENTS);
    events.add(session("2026-02-02T00:00:00Z"));
    CustomerTimeline timeline = CustomerTimeline.of("c1", events, YEAR_END);

    assertThat(timeline.events(Session.class).size(), is(1));
    assertThat(timeline.start(), is(Optional.of(Instant.parse("2026-02-01T00:00:00Z"))));
    assertThat(timeline.types().size(), is(2));
  }

  /** Windows by binary search are those that a look at every event gives. */
  @Property
  void aWindowHoldsWhatALookAtEveryEventFinds(
      @ForAll @IntRange(max = 40) int size,
      @ForAll long seed,
      @ForAll @IntRange(max = 60) int from,
      @ForAll @IntRange(max = 60) int length,
      @ForAll @IntRange(max = 60) int day) {
    Random random = new Random(seed);
    LocalDate start = LocalDate.parse("2026-01-01");
    List<Transaction> events =
        IntStream.range(0, size)
            .mapToObj(
                i -> {
                  Instant at = Instant.parse("2026-01-01T00:00:00Z");
                  Instant happened = at.plusSeconds(random.nextInt(60 * 24) * 3_600L);
                  Instant known = happened.plusSeconds(random.nextInt(24 * 20) * 3_600L);
                  return transaction(happened.toString(), i, "approved", known);
                })
            .toList();
    KnownEvents known =
        new KnownEvents(CustomerTimeline.of("c1", events, YEAR_END), start.plusDays(day));

    List<Long> found =
        amounts(
            known.between(Transaction.class, start.plusDays(from), start.plusDays(from + length)));

    List<Long> expected = new ArrayList<>();
    for (Transaction t : events) {
      if (isBefore(t.occurredAt(), start.plusDays(day))
          && isBefore(t.ingestedAt(), start.plusDays(day))
          && !isBefore(t.occurredAt(), start.plusDays(from))
          && isBefore(t.occurredAt(), start.plusDays(from + length))) {
        expected.add(t.amountMinor());
      }
    }
    assertThat(
        known.any(Transaction.class, start.plusDays(from), start.plusDays(from + length)),
        is(!expected.isEmpty()));
    List<Long> sorted = new ArrayList<>(found);
    Collections.sort(sorted);
    assertThat(sorted, is(expected));
  }

  private static boolean isBefore(Instant at, LocalDate day) {
    return at.isBefore(day.atStartOfDay(java.time.ZoneOffset.UTC).toInstant());
  }

  private static KnownEvents known(LocalDate day) {
    return new KnownEvents(CustomerTimeline.of("c1", EVENTS, YEAR_END), day);
  }

  private static List<Long> amounts(List<Transaction> transactions) {
    return transactions.stream().map(Transaction::amountMinor).toList();
  }
}
