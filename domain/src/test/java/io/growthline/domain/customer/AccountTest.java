package io.growthline.domain.customer;

import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.profile;
import static io.growthline.domain.customer.Events.session;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.OnboardingStep;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountTest {
  private static final RawEvent ACTIVITY = session("2026-01-02T10:00:00Z");
  private static final RawEvent APPROVAL = decision("2026-01-03T10:00:00Z", "approved");
  private static final RawEvent ACTIVATION = step("2026-01-04T10:00:00Z", "account_activated");
  private static final RawEvent PROFILE = profile("2026-01-06T10:00:00Z", "north", "2026-01-05");

  @Test
  void theProfileSaysWhenTheAccountWasOpened() {
    assertThat(openedOn(ACTIVITY, APPROVAL, ACTIVATION, PROFILE), is(day("2026-01-05")));
  }

  @Test
  void withoutAProfileItIsTheActivation() {
    assertThat(openedOn(ACTIVITY, APPROVAL, ACTIVATION), is(day("2026-01-04")));
  }

  @Test
  void withoutAnActivationItIsTheApproval() {
    assertThat(openedOn(ACTIVITY, APPROVAL), is(day("2026-01-03")));
  }

  @Test
  void withoutAnApprovalItIsTheFirstActivity() {
    assertThat(openedOn(session("2026-01-09T10:00:00Z"), ACTIVITY), is(day("2026-01-02")));
  }

  @Test
  void theFirstActivationAndTheFirstApprovalCount() {
    assertThat(
        openedOn(ACTIVATION, step("2026-01-09T10:00:00Z", "account_activated")),
        is(day("2026-01-04")));
    assertThat(
        openedOn(APPROVAL, decision("2026-01-09T10:00:00Z", "approved")), is(day("2026-01-03")));
  }

  @Test
  void anApplicantWhoWasRejectedHasNoAccount() {
    assertThat(
        openedOn(
            step("2026-01-01T10:00:00Z", "application_submitted"),
            decision("2026-01-02T10:00:00Z", "rejected")),
        is(Optional.empty()));
  }

  @Test
  void onlyTheDecisionOnIdentityApproves() {
    assertThat(
        openedOn(
            event(
                OnboardingStep.class,
                "2026-01-01T10:00:00Z",
                "step",
                "application_submitted",
                "outcome",
                "approved")),
        is(Optional.empty()));
  }

  @Test
  void theNewestProfileCorrectsAnOlderOne() {
    assertThat(
        openedOn(PROFILE, profile("2026-01-07T10:00:00Z", "north", "2026-01-01")),
        is(day("2026-01-01")));
  }

  @Test
  void aProfileThatIsNotKnownYetSaysNothing() {
    RawEvent late =
        event(
            CustomerProfile.class,
            "2026-01-06T10:00:00Z",
            "ingested_at",
            "2026-02-02T00:00:00Z",
            "account_opened_on",
            "2026-01-05");

    assertThat(openedOn(ACTIVITY, late), is(day("2026-01-02")));
  }

  @Test
  void theDayIsThatOfUtc() {
    assertThat(openedOn(session("2026-01-02T23:59:59Z")), is(day("2026-01-02")));
    assertThat(openedOn(session("2026-01-03T00:00:00Z")), is(day("2026-01-03")));
  }

  private static Optional<LocalDate> openedOn(RawEvent... events) {
    return CustomerAsOf.of("c1", List.of(events), LocalDate.parse("2026-02-01")).openedOn();
  }

  private static OnboardingStep step(String at, String step) {
    return event(OnboardingStep.class, at, "step", step);
  }

  private static OnboardingStep decision(String at, String outcome) {
    return event(OnboardingStep.class, at, "step", "kyc_decisioned", "outcome", outcome);
  }

  private static Optional<LocalDate> day(String text) {
    return Optional.of(LocalDate.parse(text));
  }
}
