package io.growthline.domain.growth;

import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.profile;
import static io.growthline.domain.customer.Events.session;
import static io.growthline.domain.customer.Events.step;
import static io.growthline.domain.customer.Events.transaction;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.OnboardingStep;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OnboardingFunnelTest {
  private static final OnboardingFunnel MART = new OnboardingFunnel();
  private static final LocalDate APRIL = LocalDate.parse("2026-04-01");

  private static final List<RawEvent> BUYS =
      List.of(
          submits("2026-01-05T00:00:00Z"),
          approved("2026-01-05T04:00:00Z"),
          profile("2026-01-05T04:00:00Z", "north", "2026-01-05"),
          step("2026-01-05T05:00:00Z", "account_activated", null),
          step("2026-01-06T05:00:00Z", "account_funded", 500L),
          transaction("2026-01-07T05:00:00Z", 100));
  private static final List<RawEvent> NEVER_FUNDS =
      List.of(
          submits("2026-01-06T00:00:00Z"),
          approved("2026-01-06T02:00:00Z"),
          profile("2026-01-06T02:00:00Z", "north", "2026-01-06"),
          step("2026-01-06T05:00:00Z", "account_activated", null));
  private static final List<RawEvent> FUNDS_ON_DAY_31 =
      List.of(
          submits("2026-01-07T00:00:00Z"),
          approved("2026-01-07T08:00:00Z"),
          profile("2026-01-07T08:00:00Z", "south", "2026-01-07"),
          step("2026-01-07T09:00:00Z", "account_activated", null),
          step("2026-02-06T00:00:00Z", "account_funded", 500L));
  private static final List<RawEvent> IS_REJECTED =
      List.of(submits("2026-01-08T00:00:00Z"), rejected("2026-01-08T01:00:00Z"));
  private static final List<RawEvent> ONLY_APPLIES = List.of(submits("2026-01-31T23:59:59Z"));
  private static final List<RawEvent> APPLIED_IN_MARCH = List.of(submits("2026-03-02T00:00:00Z"));

  @Test
  void aMonthIsFollowedStepByStepAndTheLargestLossIsTheBottleneck() {
    List<OnboardingFunnelStep> january = rows("2026-01-01", "all", "all");

    assertThat(
        january.stream().map(OnboardingFunnelTest::text).toList(),
        contains(
            "application_submitted 5 > 5",
            "identity_checked 5 > 4",
            "approved 4 > 3",
            "account_activated 3 > 3",
            "account_funded 3 > 1 bottleneck",
            "first_purchase 1 > 1"));
    assertThat(
        january.stream().map(OnboardingFunnelStep::shareOfFirst).toList(),
        contains(1.0, 0.8, 0.6, 0.6, 0.2, 0.2));
    assertThat(
        january.stream().map(OnboardingFunnelStep::shareOfPrevious).toList(),
        contains(1.0, 0.8, 0.75, 1.0, 1.0 / 3, 1.0));
  }

  @Test
  void medianHoursAreThoseSinceTheStepBefore() {
    List<OnboardingFunnelStep> january = rows("2026-01-01", "all", "all");

    assertThat(january.get(0).medianHoursFromPrevious(), is(nullValue()));
    // Identity was checked after 1, 2, 4 and 8 hours; of an even number the lower middle counts.
    assertThat(january.get(1).medianHoursFromPrevious(), closeTo(2, 0.2));
    assertThat(january.get(2).medianHoursFromPrevious(), is(0.0));
    // Accounts were activated after 1, 3 and 1 hours.
    assertThat(january.get(3).medianHoursFromPrevious(), closeTo(1, 0.1));
    assertThat(january.get(4).medianHoursFromPrevious(), closeTo(24, 2.4));
    assertThat(january.get(5).medianHoursFromPrevious(), closeTo(24, 2.4));
  }

  @Test
  void aStepThatCameBeforeTheOneBeforeItTookNoKnownTime() {
    Counts<OnboardingFunnel.Cohort> totals =
        totals(
            APRIL,
            List.of(
                submits("2026-01-05T00:00:00Z"),
                step("2026-01-05T04:00:00Z", "account_funded", 500L),
                step("2026-01-05T05:00:00Z", "account_activated", null)));

    OnboardingFunnelStep funded = MART.rows(totals, APRIL).get(4);

    assertThat(funded.customersReaching(), is(1L));
    assertThat(funded.medianHoursFromPrevious(), is(nullValue()));
  }

  @Test
  void dimensionsAreThoseOfTheFirstProfileAndUnknownWithoutOne() {
    assertThat(
        rows("2026-01-01", "region", "north").stream().map(OnboardingFunnelTest::text).toList(),
        contains(
            "application_submitted 2 > 2",
            "identity_checked 2 > 2",
            "approved 2 > 2",
            "account_activated 2 > 2",
            "account_funded 2 > 1 bottleneck",
            "first_purchase 1 > 1"));
    assertThat(
        rows("2026-01-01", "signup_channel", "unknown").stream()
            .map(OnboardingFunnelTest::text)
            .toList(),
        contains(
            "application_submitted 2 > 2",
            "identity_checked 2 > 1 bottleneck",
            "approved 1 > 0",
            "account_activated 0 > 0",
            "account_funded 0 > 0",
            "first_purchase 0 > 0"));
    assertThat(rows("2026-01-01", "region", "south").get(5).shareOfPrevious(), is(nullValue()));
  }

  @Test
  void aCohortThatHasNotHadItsTimeShowsNoDropOff() {
    List<OnboardingFunnelStep> march = rows("2026-03-01", "all", "all");

    assertThat(march.get(0).customersReaching(), is(1L));
    assertThat(march.stream().map(OnboardingFunnelStep::isMature).toList(), everyItem(is(false)));
    assertThat(
        march.stream().map(OnboardingFunnelStep::isBottleneck).toList(), everyItem(is(false)));
    assertThat(
        march.stream()
            .flatMap(
                row ->
                    Stream.of(
                            row.shareOfFirst(),
                            row.shareOfPrevious(),
                            row.medianHoursFromPrevious())
                        .filter(Objects::nonNull))
            .toList(),
        is(empty()));
  }

  @Test
  void aCohortIsMatureThirtyDaysAfterItsMonth() {
    Counts<OnboardingFunnel.Cohort> totals = totals(LocalDate.parse("2026-03-03"), ONLY_APPLIES);

    assertThat(MART.rows(totals, LocalDate.parse("2026-03-02")).get(0).isMature(), is(false));
    assertThat(MART.rows(totals, LocalDate.parse("2026-03-03")).get(0).isMature(), is(true));
  }

  @Test
  void anApplicantWhoStopsHasAnAbandonedStepOnceTheTimeIsOver() {
    FctOnboarding late = progress(FUNDS_ON_DAY_31, "2026-04-01");
    assertThat(late.furthestStep(), is("account_activated"));
    assertThat(late.abandonedStep(), is("account_funded"));
    assertThat(late.fundedAt().toString(), is("2026-02-06T00:00:00Z"));
    assertThat(progress(FUNDS_ON_DAY_31, "2026-02-05").abandonedStep(), is(nullValue()));
    assertThat(progress(FUNDS_ON_DAY_31, "2026-02-06").abandonedStep(), is("account_funded"));
    assertThat(progress(BUYS, "2026-04-01").furthestStep(), is("first_purchase"));
    assertThat(progress(BUYS, "2026-04-01").abandonedStep(), is(nullValue()));
    assertThat(progress(IS_REJECTED, "2026-04-01").abandonedStep(), is("approved"));
  }

  @Test
  void aLaterStepImpliesTheEarlierOnes() {
    FctOnboarding progress =
        progress(List.of(step("2026-01-06T05:00:00Z", "account_funded", 500L)), "2026-04-01");

    assertThat(progress.stepsReached(), is(5L));
    assertThat(progress.submittedAt(), is(nullValue()));
  }

  @Test
  void withoutAnOnboardingStepThereIsNoApplicant() {
    assertThat(
        new OnboardingProgress().rows(customer(List.of(session("2026-01-06T05:00:00Z")), APRIL)),
        is(empty()));
  }

  @Test
  void helpFromAPersonMayBeNeededAsTheProfileAtSignupSays() {
    assertThat(needsAssisted(0.49, false, false), is(true));
    assertThat(needsAssisted(0.5, false, false), is(false));
    assertThat(needsAssisted(0.9, true, false), is(true));
    assertThat(needsAssisted(0.9, false, true), is(true));
    assertThat(needsAssisted(null, null, true), is(true));
    assertThat(needsAssisted(null, null, false), is(nullValue()));
    assertThat(progress(ONLY_APPLIES, "2026-04-01").needsAssisted(), is(nullValue()));
  }

  private static Boolean needsAssisted(
      Double confidence, Boolean accessibility, boolean vulnerable) {
    CustomerProfile signup =
        event(
            CustomerProfile.class,
            "2026-01-06T00:00:00Z",
            "digital_confidence",
            confidence,
            "accessibility_need",
            accessibility,
            "vulnerable_customer",
            vulnerable);
    CustomerProfile later =
        event(CustomerProfile.class, "2026-02-06T00:00:00Z", "digital_confidence", 0.1);
    return progress(List.of(submits("2026-01-05T00:00:00Z"), signup, later), "2026-04-01")
        .needsAssisted();
  }

  private static List<OnboardingFunnelStep> rows(String month, String dimension, String value) {
    return MART
        .rows(
            totals(
                APRIL,
                BUYS,
                NEVER_FUNDS,
                FUNDS_ON_DAY_31,
                IS_REJECTED,
                ONLY_APPLIES,
                APPLIED_IN_MARCH),
            APRIL)
        .stream()
        .filter(row -> row.cohortMonth().equals(LocalDate.parse(month)))
        .filter(row -> row.dimension().equals(dimension) && row.dimensionValue().equals(value))
        .toList();
  }

  @SafeVarargs
  private static Counts<OnboardingFunnel.Cohort> totals(
      LocalDate asOf, List<RawEvent>... customers) {
    Counts<OnboardingFunnel.Cohort> totals = MART.empty();
    for (List<RawEvent> events : customers) {
      MART.count(customer(events, asOf), totals);
    }
    return totals;
  }

  private static FctOnboarding progress(List<RawEvent> events, String asOf) {
    return new OnboardingProgress().rows(customer(events, LocalDate.parse(asOf))).get(0);
  }

  private static CustomerAsOf customer(List<RawEvent> events, LocalDate asOf) {
    return CustomerAsOf.of("c1", events, asOf);
  }

  private static String text(OnboardingFunnelStep row) {
    return "%s %d > %d%s"
        .formatted(
            row.step(),
            row.customersEntering(),
            row.customersReaching(),
            row.isBottleneck() ? " bottleneck" : "");
  }

  private static OnboardingStep submits(String at) {
    return step(at, "application_submitted", null);
  }

  private static OnboardingStep approved(String at) {
    return step(at, "kyc_decisioned", null);
  }

  private static OnboardingStep rejected(String at) {
    return event(OnboardingStep.class, at, "step", "kyc_decisioned", "outcome", "rejected");
  }
}
