package io.growthline.domain.customer;

import static io.growthline.domain.customer.Events.event;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Session;
import io.growthline.domain.event.Transaction;
import java.util.List;
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
  void allHoldsEveryEventOnce() {
    assertThat(
        timeline(USE, SECOND_A, FIRST).all(), containsInAnyOrder((RawEvent) FIRST, SECOND_A, USE));
  }

  @Test
  void aTimelineNamesItsCustomer() {
    assertThat(timeline().customerId(), is("c1"));
  }

  private static CustomerTimeline timeline(RawEvent... events) {
    return CustomerTimeline.of("c1", List.of(events));
  }

  private static Session session(String at, String eventId) {
    return event(Session.class, at, "event_id", eventId);
  }
}
