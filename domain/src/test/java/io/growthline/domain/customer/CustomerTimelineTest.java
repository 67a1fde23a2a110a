package io.growthline.domain.customer;

import static io.growthline.domain.customer.Events.event;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Session;
import io.growthline.domain.event.Transaction;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CustomerTimelineTest {
  private static final Session FIRST = session("2026-01-01T09:00:00Z", "z");
  private static final Session SECOND_A = session("2026-01-02T09:00:00Z", "a");
  private static final Session SECOND_B = session("2026-01-02T09:00:00Z", "b");
  private static final FeatureUse USE = event(FeatureUse.class, "2026-01-01T10:00:00Z");

  @Test
  void eventsAreOrderedByTimeAndThenByDelivery() {
    assertThat(
        timeline(SECOND_B, FIRST, SECOND_A).events(Session.class),
        contains(FIRST, SECOND_A, SECOND_B));
  }

  @Test
  void atOneInstantWhatBecameKnownFirstComesFirst() {
    Session late =
        event(
            Session.class,
            "2026-01-02T09:00:00Z",
            "event_id",
            "0",
            "ingested_at",
            "2026-01-03T00:00:00Z");

    assertThat(
        timeline(late, SECOND_B, SECOND_A).events(Session.class),
        contains(SECOND_A, SECOND_B, late));
  }

  @Test
  void theOrderInWhichEventsArriveMakesNoDifference() {
    assertThat(
        timeline(FIRST, SECOND_A, SECOND_B).events(Session.class),
        is(timeline(SECOND_A, SECOND_B, FIRST).events(Session.class)));
  }

  @Test
  void eachTypeHasItsOwnEvents() {
    CustomerTimeline timeline = timeline(USE, FIRST);

    assertThat(timeline.events(Session.class), contains(FIRST));
    assertThat(timeline.events(FeatureUse.class), contains(USE));
    assertThat(timeline.events(Transaction.class), is(empty()));
  }

  @Test
  void aTimelineNamesTheTypesThatItHolds() {
    assertThat(timeline(USE, FIRST).types(), is(Set.of(FeatureUse.class, Session.class)));
  }

  @Test
  void aTimelineStartsWithTheFirstEventOfAnyType() {
    assertThat(timeline(SECOND_A, USE).start(), is(Optional.of(USE.occurredAt())));
    assertThat(timeline().start(), is(Optional.empty()));
  }

  @Test
  void whatHappenedOrWasIngestedAtTheAsOfDayIsLeftOut() {
    assertThat(
        timeline(
                session("2026-01-31T23:59:58Z", "known"),
                session("2026-02-01T00:00:00Z", "later"),
                event(Session.class, "2026-01-31T10:00:00Z", "ingested_at", "2026-02-01T00:00:00Z"))
            .events(Session.class)
            .stream()
            .map(Session::eventId)
            .toList(),
        contains("known"));
  }

  @Test
  void aTimelineNamesItsCustomer() {
    assertThat(timeline().customerId(), is("c1"));
  }

  private static CustomerTimeline timeline(RawEvent... events) {
    return CustomerTimeline.of(
        "c1", List.of(events), LocalDate.parse("2026-02-01"), ReportingCurrency.AS_WRITTEN);
  }

  private static Session session(String at, String eventId) {
    return event(Session.class, at, "event_id", eventId);
  }
}
