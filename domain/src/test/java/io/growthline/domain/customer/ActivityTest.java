package io.growthline.domain.customer;

import static io.growthline.domain.customer.Events.event;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Session;
import io.growthline.domain.event.SupportContact;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityTest {
  private static final String DAY_1 = "2026-01-01T00:00:00Z";
  private static final String DAY_2 = "2026-01-02T00:00:00Z";
  private static final String DAY_3 = "2026-01-03T00:00:00Z";
  private static final String DAY_4 = "2026-01-04T00:00:00Z";

  @ParameterizedTest
  @ValueSource(strings = {"approved", "declined", "reversed"})
  void aTransactionOfAnyStatusIsActivity(String status) {
    assertThat(last(known(event(Transaction.class, DAY_1, "status", status))), is(time(DAY_1)));
  }

  @Test
  void aSessionAndAFeatureUseAreActivity() {
    assertThat(last(known(event(Session.class, DAY_1))), is(time(DAY_1)));
    assertThat(last(known(event(FeatureUse.class, DAY_1))), is(time(DAY_1)));
  }

  @Test
  void contactsWithSupportAreNot() {
    KnownEvents known = known(event(SupportContact.class, DAY_1));

    assertThat(first(known), is(Optional.empty()));
    assertThat(last(known), is(Optional.empty()));
    assertThat(any(known, "2025-01-01T00:00:00Z", "2027-01-01T00:00:00Z"), is(false));
  }

  @Test
  void firstAndLastLookAtAllTypes() {
    KnownEvents known =
        known(
            event(Session.class, DAY_2),
            event(Transaction.class, DAY_1),
            event(Transaction.class, DAY_2),
            event(FeatureUse.class, DAY_3));

    assertThat(first(known), is(time(DAY_1)));
    assertThat(last(known), is(time(DAY_3)));
  }

  @Test
  void aWindowIncludesItsStartAndExcludesItsEnd() {
    KnownEvents known = known(event(FeatureUse.class, DAY_2));

    assertThat(any(known, DAY_2, DAY_3), is(true));
    assertThat(any(known, DAY_1, DAY_2), is(false));
    assertThat(any(known, DAY_3, DAY_4), is(false));
  }

  @Test
  void whatIsNotKnownYetIsNoActivity() {
    KnownEvents known = known(event(Session.class, DAY_1, "ingested_at", "2026-03-01T00:00:00Z"));

    assertThat(first(known), is(Optional.empty()));
    assertThat(last(known), is(Optional.empty()));
    assertThat(any(known, DAY_1, DAY_2), is(false));
  }

  private static boolean any(KnownEvents known, String from, String to) {
    return Activity.any(known, day(from), day(to));
  }

  private static Optional<Instant> first(KnownEvents known) {
    return Activity.first(known).map(RawEvent::occurredAt);
  }

  private static Optional<Instant> last(KnownEvents known) {
    return Activity.last(known).map(RawEvent::occurredAt);
  }

  private static LocalDate day(String time) {
    return LocalDate.parse(time.substring(0, 10));
  }

  private static KnownEvents known(RawEvent... events) {
    return CustomerAsOf.of("c1", List.of(events), LocalDate.parse("2026-02-01")).known();
  }

  private static Optional<Instant> time(String text) {
    return Optional.of(Instant.parse(text));
  }
}
