package io.growthline.domain.growth;

import static io.growthline.domain.customer.Events.profile;
import static io.growthline.domain.customer.Events.session;
import static io.growthline.domain.customer.Events.step;
import static io.growthline.domain.customer.Events.transaction;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActivationTest {
  private static final List<RawEvent> FIRST_DAYS =
      List.of(
          step("2026-01-09T06:00:00Z", "application_submitted", null),
          step("2026-01-09T18:00:00Z", "kyc_decisioned", null),
          profile("2026-01-10T00:00:00Z", "north", "2026-01-10"),
          step("2026-01-11T00:00:00Z", "account_funded", 5_000L),
          transaction("2026-01-12T10:00:00Z", 100),
          transaction("2026-01-12T23:59:00Z", 100),
          session("2026-01-13T00:00:00Z"),
          transaction("2026-01-16T12:00:00Z", 100));

  @Test
  void dayThreeEndsThreeDaysAfterTheOpeningDayBegan() {
    FctActivation facts = facts(FIRST_DAYS, "2026-02-01").orElseThrow();

    assertThat(facts.openedOn(), is(LocalDate.parse("2026-01-10")));
    assertThat(facts.kycHours(), is(12.0));
    assertThat(facts.fundedMinorByD3(), is(5_000L));
    assertThat(facts.transactionsByD3(), is(2L));
    assertThat(facts.sessionsByD3(), is(0L));
  }

  @Test
  void fundedWithThreeTransactionsIn7DaysIsActivated() {
    assertThat(facts(FIRST_DAYS, "2026-01-17").orElseThrow().activatedD7(), is(true));
  }

  @Test
  void withoutTheThirdTransactionTheCustomerIsNotActivated() {
    List<RawEvent> events = FIRST_DAYS.subList(0, FIRST_DAYS.size() - 1);

    assertThat(facts(events, "2026-02-01").orElseThrow().activatedD7(), is(false));
  }

  @Test
  void timeToActivationEndsWithTheLastOfWhatItNeeds() {
    // From 9 January, 06:00, to the third purchase on 16 January, 12:00.
    assertThat(facts(FIRST_DAYS, "2026-02-01").orElseThrow().hoursToActivation(), is(7 * 24 + 6.0));

    List<RawEvent> fundedLast = new ArrayList<>(FIRST_DAYS);
    fundedLast.remove(3);
    fundedLast.add(step("2026-01-16T23:00:00Z", "account_funded", 5_000L));
    assertThat(
        facts(fundedLast, "2026-02-01").orElseThrow().hoursToActivation(), is(7 * 24 + 17.0));
  }

  @Test
  void whoWasNotActivatedInTimeHasNoTimeToActivation() {
    List<RawEvent> events = new ArrayList<>(FIRST_DAYS.subList(0, FIRST_DAYS.size() - 1));
    events.add(transaction("2026-01-17T00:00:00Z", 100));

    assertThat(facts(events, "2026-02-01").orElseThrow().hoursToActivation(), is(nullValue()));
  }

  @Test
  void timeToActivationIsAbsentUntilDay7HasPassed() {
    List<RawEvent> events = new ArrayList<>(FIRST_DAYS);
    events.add(transaction("2026-01-14T12:00:00Z", 100));

    assertThat(facts(events, "2026-01-16").orElseThrow().hoursToActivation(), is(nullValue()));
    assertThat(facts(events, "2026-01-17").orElseThrow().hoursToActivation(), is(5 * 24 + 6.0));
  }

  @Test
  void theOutcomeIsAbsentUntilDay7HasPassed() {
    FctActivation facts = facts(FIRST_DAYS, "2026-01-16").orElseThrow();

    assertThat(facts.isMature(), is(false));
    assertThat(facts.activatedD7(), is(nullValue()));
  }

  @Test
  void anApprovalAfterDayThreeDoesNotLeakIntoTheFeatures() {
    List<RawEvent> events = new ArrayList<>(FIRST_DAYS);
    events.remove(1);
    events.add(step("2026-01-14T18:00:00Z", "kyc_decisioned", null));

    assertThat(facts(events, "2026-02-01").orElseThrow().kycHours(), is(nullValue()));
  }

  @Test
  void anApplicantWithoutAnAccountHasNoFacts() {
    assertThat(facts(FIRST_DAYS.subList(0, 1), "2026-02-01"), is(Optional.empty()));
  }

  private static Optional<FctActivation> facts(List<RawEvent> events, String asOf) {
    return new Activation()
        .rows(CustomerAsOf.of("c1", events, LocalDate.parse(asOf))).stream().findFirst();
  }
}
