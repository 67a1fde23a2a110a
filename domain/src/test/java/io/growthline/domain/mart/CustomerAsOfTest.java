package io.growthline.domain.mart;

import static io.growthline.domain.customer.Events.profile;
import static io.growthline.domain.customer.Events.transaction;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.sameInstance;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.customer.Customer360;
import io.growthline.domain.customer.Customer360Profile;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Transaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CustomerAsOfTest {
  private static final LocalDate MARCH = LocalDate.parse("2026-03-01");

  @Test
  void whatHappenedOrBecameKnownLaterIsLeftOut() {
    CustomerAsOf customer =
        customer(
            transaction("2026-02-01T10:00:00Z", 1),
            transaction(
                "2026-02-02T10:00:00Z", 2, "approved", Instant.parse("2026-03-01T00:00:00Z")),
            transaction("2026-03-01T00:00:00Z", 4),
            profile("2026-03-02T00:00:00Z", "north", "2026-03-02"));

    assertThat(customer.timeline().events(Transaction.class).size(), is(1));
    assertThat(customer.versions().all().isEmpty(), is(true));
    assertThat(customer.openedOn(), is(Optional.of(LocalDate.parse("2026-02-01"))));
    assertThat(customer.isUnknown(), is(false));
  }

  @Test
  void aCustomerOfWhomNothingWasKnownIsUnknown() {
    assertThat(customer(transaction("2026-03-01T00:00:00Z", 4)).isUnknown(), is(true));
  }

  @Test
  void anAccountThatOpensLaterIsNotOpen() {
    assertThat(
        customer(profile("2026-02-10T00:00:00Z", "north", "2026-03-01")).openedOn(),
        is(Optional.empty()));
  }

  @Test
  void noDayAfterTheAsOfDayIsKnown() {
    CustomerAsOf customer = customer(transaction("2026-02-01T10:00:00Z", 1));

    assertThat(customer.knownBefore(MARCH.plusDays(9)).day(), is(MARCH));
    assertThat(customer.knownBefore(MARCH.minusDays(9)).day(), is(MARCH.minusDays(9)));
  }

  @Test
  void theRowsOfAMartAreWorkedOutOnce() {
    CustomerAsOf customer = customer(transaction("2026-02-01T10:00:00Z", 1));

    List<Customer360Profile> first = customer.rows(new Customer360());

    assertThat(customer.rows(new Customer360()), is(sameInstance(first)));
  }

  @Test
  void aSumThatDoesNotFitIsAnErrorThatNamesMartAndCustomer() {
    CustomerAsOf customer =
        customer(
            transaction("2026-02-01T10:00:00Z", Long.MAX_VALUE),
            transaction("2026-02-02T10:00:00Z", 1));

    MartException e = assertThrows(MartException.class, () -> customer.rows(new Customer360()));

    assertThat(
        e.getMessage(),
        containsString(
            "marts.customer_360_profile cannot be built from customer c1: long overflow"));
  }

  private static CustomerAsOf customer(RawEvent... events) {
    return CustomerAsOf.of("c1", List.of(events), MARCH);
  }
}
