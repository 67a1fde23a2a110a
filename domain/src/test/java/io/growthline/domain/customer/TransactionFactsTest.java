package io.growthline.domain.customer;

import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.profile;
import static io.growthline.domain.customer.Events.session;
import static io.growthline.domain.customer.Events.transaction;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionFactsTest {
  private static final TransactionFacts MART = new TransactionFacts();

  @Test
  void aFactHasTheAttributesOfTheCustomerAtItsTime() {
    List<FctTransaction> facts =
        facts(
            transaction("2026-01-09T10:00:00Z", 1),
            profile("2026-01-10T00:00:00Z", "north", "2026-01-10"),
            transaction("2026-01-10T00:00:00Z", 2),
            transaction("2026-02-28T23:59:59Z", 3),
            profile("2026-03-01T00:00:00Z", "south", "2026-01-10"),
            transaction("2026-03-01T00:00:00Z", 4));

    assertThat(facts.get(0).region(), is(nullValue()));
    assertThat(
        facts.subList(1, 4).stream().map(FctTransaction::region).toList(),
        contains("north", "north", "south"));
  }

  @Test
  void aFactNamesTheVersionOfTheCustomerThatWasValidAtItsTime() {
    List<RawEvent> events =
        List.of(
            transaction("2026-01-09T10:00:00Z", 1),
            profile("2026-01-10T00:00:00Z", "north", "2026-01-10"),
            transaction("2026-01-10T00:00:00Z", 2),
            profile("2026-02-01T00:00:00Z", "north", "2026-01-10"), // changes nothing
            transaction("2026-02-28T23:59:59Z", 3),
            profile("2026-03-01T00:00:00Z", "south", "2026-01-10"),
            transaction("2026-03-01T00:00:00Z", 4));
    CustomerAsOf customer = CustomerAsOf.of("c1", events, LocalDate.parse("2026-06-01"));

    assertThat(
        customer.rows(MART).stream().map(FctTransaction::customerValidFrom).toList(),
        contains(
            null,
            Instant.parse("2026-01-10T00:00:00Z"),
            Instant.parse("2026-01-10T00:00:00Z"),
            Instant.parse("2026-03-01T00:00:00Z")));
    for (FctTransaction fact : customer.rows(MART)) {
      assertThat(
          customer.versions().at(fact.occurredAt()).map(DimCustomer::validFrom).orElse(null),
          is(fact.customerValidFrom()));
    }
  }

  /** The move of February became known on March 10. */
  @Test
  void aChangeOfTheProfileThatBecomesKnownLateTakesTheFactsWithIt() {
    List<RawEvent> events =
        List.of(
            profile("2026-01-10T00:00:00Z", "north", "2026-01-10"),
            event(
                CustomerProfile.class,
                "2026-02-01T00:00:00Z",
                "region",
                "south",
                "ingested_at",
                "2026-03-10T12:00:00Z"),
            transaction("2026-02-15T10:00:00Z", 1));

    FctTransaction before = fact(events, "2026-03-10");
    FctTransaction after = fact(events, "2026-03-11");

    assertThat(before.customerValidFrom(), is(Instant.parse("2026-01-10T00:00:00Z")));
    assertThat(before.region(), is("north"));
    assertThat(after.customerValidFrom(), is(Instant.parse("2026-02-01T00:00:00Z")));
    assertThat(after.region(), is("south"));
  }

  @Test
  void theDayIsThatOfUtc() {
    assertThat(
        facts(
                transaction("2026-01-09T23:59:59Z", 1),
                transaction("2026-01-10T00:00:00Z", 2),
                transaction("2026-01-10T23:00:00Z", 3))
            .stream()
            .map(FctTransaction::occurredOn)
            .toList(),
        contains(
            LocalDate.parse("2026-01-09"),
            LocalDate.parse("2026-01-10"),
            LocalDate.parse("2026-01-10")));
  }

  @Test
  void onlyApprovedTransactionsAreMarkedAsApproved() {
    Instant known = Instant.parse("2026-01-11T00:00:00Z");

    assertThat(
        facts(
                transaction("2026-01-10T10:00:00Z", 1, "approved", known),
                transaction("2026-01-10T11:00:00Z", 2, "declined", known),
                transaction("2026-01-10T12:00:00Z", 3, "reversed", known))
            .stream()
            .map(FctTransaction::isApproved)
            .toList(),
        contains(true, false, false));
  }

  @Test
  void aTransactionWithoutCustomerIsAFactWithoutAttributes() {
    List<FctTransaction> facts =
        MART.rows(transaction("2026-01-10T10:00:00Z", 7), ReportingCurrency.AS_WRITTEN);

    assertThat(facts, hasSize(1));
    assertThat(facts.get(0).occurredOn(), is(LocalDate.parse("2026-01-10")));
    assertThat(facts.get(0).amountMinor(), is(7L));
    assertThat(facts.get(0).region(), is(nullValue()));
    assertThat(
        MART.rows(session("2026-01-10T10:00:00Z"), ReportingCurrency.AS_WRITTEN), is(empty()));
  }

  private static FctTransaction fact(List<RawEvent> events, String asOf) {
    return MART.rows(CustomerAsOf.of("c1", events, LocalDate.parse(asOf))).get(0);
  }

  private static List<FctTransaction> facts(RawEvent... events) {
    return MART.rows(CustomerAsOf.of("c1", List.of(events), LocalDate.parse("2026-06-01")));
  }
}
