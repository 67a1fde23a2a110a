package io.growthline.domain.customer;

import static io.growthline.domain.customer.Events.event;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.event.Subscription;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionStateTest {
  private static final Subscription START = change("01-10", "s1", "basic", "start", 500);
  private static final Subscription UPGRADE = change("01-20", "s1", "plus", "upgrade", 1200);
  private static final Subscription CANCEL = change("01-30", "s1", "plus", "cancel", 1200);
  private static final Subscription COVER = change("01-15", "s2", "cover", "start", 300);

  private static final SubscriptionState CANCELLED =
      new SubscriptionState("cancelled", null, null, 0, 0);

  @Test
  void withoutChangesThereIsNone() {
    assertThat(at("02-01"), is(new SubscriptionState("none", null, null, 0, 0)));
  }

  @Test
  void aStartedSubscriptionIsActive() {
    assertThat(at("02-01", START), is(new SubscriptionState("active", "basic", 500L, 500, 0)));
  }

  @Test
  void anUpgradeReplacesPlanAndPrice() {
    assertThat(
        at("02-01", START, UPGRADE), is(new SubscriptionState("active", "plus", 1200L, 1200, 0)));
  }

  @Test
  void aCancelledSubscriptionLeavesNoPlanAndNoPrice() {
    assertThat(at("02-01", START, UPGRADE, CANCEL), is(CANCELLED));
  }

  @Test
  void aSubscriptionStartedAgainIsActive() {
    Subscription again = change("01-31", "s1", "basic", "start", 600);

    assertThat(
        at("02-01", START, CANCEL, again),
        is(new SubscriptionState("active", "basic", 600L, 600, 0)));
  }

  @Test
  void pricesOfSeveralSubscriptionsAddUpAndTheOneChangedLastIsThePlan() {
    assertThat(
        at("02-01", START, COVER), is(new SubscriptionState("active", "cover", 300L, 800, 0)));
    assertThat(
        at("02-01", START, COVER, UPGRADE),
        is(new SubscriptionState("active", "plus", 1200L, 1500, 0)));
  }

  @Test
  void cancellingOneSubscriptionLeavesTheOther() {
    assertThat(
        at("02-01", START, COVER, CANCEL),
        is(new SubscriptionState("active", "cover", 300L, 300, 0)));
  }

  @Test
  void aCancellationWithoutAKnownStartIsACancellation() {
    assertThat(at("02-01", CANCEL), is(CANCELLED));
  }

  @Test
  void aChangeWithoutAKnownStartBelongsToASubscriptionThatBeganBeforeTheData() {
    assertThat(at("02-01", UPGRADE), is(new SubscriptionState("active", "plus", 1200L, 1200, 0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"upgrade", "downgrade"})
  void aChangeAfterTheCancellationRevivesNothingAndIsCounted(String change) {
    Subscription trailing = change("01-31", "s1", "basic", change, 500);

    assertThat(
        at("02-01", START, CANCEL, trailing),
        is(new SubscriptionState("cancelled", null, null, 0, 1)));
  }

  @Test
  void aChangeOfACancelledSubscriptionIsNotThatOfAnother() {
    Subscription trailing = change("01-31", "s1", "basic", "downgrade", 500);

    assertThat(
        at("02-01", START, COVER, CANCEL, trailing),
        is(new SubscriptionState("active", "cover", 300L, 300, 1)));
  }

  @Property
  void whoStartsChangesAndCancelsAtOneInstantIsCancelled(
      @ForAll("shuffled") List<String> changes, @ForAll("shuffled") List<String> ids) {
    assertThat(at("02-01", atOneInstant("01-20", changes, ids)), is(CANCELLED));
  }

  @Property
  void whoChangesAndCancelsAtOneInstantIsCancelled(
      @ForAll("shuffled") List<String> changes, @ForAll("shuffled") List<String> ids) {
    Subscription[] atOnce = atOneInstant("01-20", changes, ids);
    List<Subscription> all =
        Stream.concat(Stream.of(START), Stream.of(atOnce).filter(e -> !e.starts())).toList();

    assertThat(at("02-01", all.toArray(Subscription[]::new)), is(CANCELLED));
  }

  @Property
  void whoStartsAndCancelsAtOneInstantIsCancelledWhateverRanBefore(
      @ForAll("shuffled") List<String> changes, @ForAll("shuffled") List<String> ids) {
    Subscription[] atOnce = atOneInstant("01-20", changes, ids);
    List<Subscription> all =
        Stream.concat(Stream.of(START), Stream.of(atOnce).filter(e -> e.starts() || e.cancels()))
            .toList();

    assertThat(at("02-01", all.toArray(Subscription[]::new)), is(CANCELLED));
  }

  @Property
  void whoStartsAndChangesAtOneInstantEndsWithTheDowngrade(
      @ForAll("shuffled") List<String> changes, @ForAll("shuffled") List<String> ids) {
    Subscription[] atOnce =
        Stream.of(atOneInstant("01-20", changes, ids))
            .filter(e -> !e.cancels())
            .toArray(Subscription[]::new);

    assertThat(at("02-01", atOnce), is(new SubscriptionState("active", "downgrade", 100L, 100, 0)));
  }

  @Test
  void aCancellationOutlivesAllStartsOfItsInstant() {
    Subscription[] atOnce =
        atOneInstant("01-20", List.of("start", "start", "cancel"), List.of("1", "2", "0"));

    assertThat(at("02-01", atOnce), is(CANCELLED));
  }

  @Test
  void aChangeCountsFromTheInstantAfterIt() {
    assertThat(at("01-10", START).status(), is("none"));
    assertThat(at("01-11", START).status(), is("active"));
  }

  @Test
  void aChangeThatIsNotKnownYetDoesNotCount() {
    Subscription late =
        event(
            Subscription.class,
            "2026-01-20T00:00:00Z",
            "ingested_at",
            "2026-03-02T00:00:00Z",
            "change",
            "start");

    assertThat(at("02-01", late).status(), is("none"));
  }

  @Test
  void onlyTheCancelledStateIsCancelled() {
    assertThat(at("02-01", START, CANCEL).isCancelled(), is(true));
    assertThat(at("02-01", START).isCancelled(), is(false));
    assertThat(at("02-01").isCancelled(), is(false));
  }

  /** The state before a day, from what was known on March 1. */
  private static SubscriptionState at(String day, Subscription... changes) {
    CustomerAsOf customer = CustomerAsOf.of("c1", List.of(changes), LocalDate.parse("2026-03-01"));
    return SubscriptionState.at(customer.known(), LocalDate.parse("2026-" + day));
  }

  /** All orders of four. */
  @Provide
  Arbitrary<List<String>> shuffled() {
    return Arbitraries.shuffle("start", "upgrade", "downgrade", "cancel");
  }

  /** Changes of one subscription, whose plan is called like the change. */
  private static Subscription[] atOneInstant(String day, List<String> changes, List<String> ids) {
    return IntStream.range(0, changes.size())
        .mapToObj(
            i ->
                event(
                    Subscription.class,
                    "2026-" + day + "T00:00:00Z",
                    "event_id",
                    ids.get(i),
                    "subscription_id",
                    "s1",
                    "plan",
                    changes.get(i),
                    "change",
                    changes.get(i),
                    "price_minor",
                    100L))
        .toArray(Subscription[]::new);
  }

  private static Subscription change(
      String day, String subscription, String plan, String change, long priceMinor) {
    return event(
        Subscription.class,
        "2026-" + day + "T00:00:00Z",
        "subscription_id",
        subscription,
        "plan",
        plan,
        "change",
        change,
        "price_minor",
        priceMinor);
  }
}
