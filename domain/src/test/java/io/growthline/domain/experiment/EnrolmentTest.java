package io.growthline.domain.experiment;

import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.profile;
import static io.growthline.domain.customer.Events.session;
import static io.growthline.domain.customer.Events.transaction;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.decision.DecisionRules;
import io.growthline.domain.event.ExperimentAssignment;
import io.growthline.domain.event.OnboardingStep;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Session;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnrolmentTest {
  private static final Experiment CHECKLIST =
      Experiments.parse("x.yaml", ExperimentsTest.YAML).all().get(0);
  private static final ExperimentMetric FUNDED = CHECKLIST.metrics().get(0);
  private static final ExperimentMetric CRASHES = CHECKLIST.metrics().get(1);
  private static final ExperimentMetric SPEND = CHECKLIST.metrics().get(2);
  private static final RawEvent ASSIGNED = assigned("2026-01-10T12:00:00Z", "treatment");
  private static final Enrolment ENROLMENT =
      new Enrolment("treatment", Instant.parse("2026-01-10T12:00:00Z"));

  @Test
  void theFirstExposureCounts() {
    assertThat(
        enrolment(assigned("2026-01-12T00:00:00Z", "treatment"), ASSIGNED).get(), is(ENROLMENT));
  }

  @Test
  void exposuresOutsideOfItsDaysAndOfOtherExperimentsDoNotCount() {
    assertThat(enrolment(assigned("2025-12-31T23:59:59Z", "control")), is(Optional.empty()));
    assertThat(enrolment(assigned("2026-03-01T00:00:00Z", "control")), is(Optional.empty()));
    assertThat(enrolment(assigned("2026-02-28T23:59:59Z", "control")).isPresent(), is(true));
    RawEvent other =
        event(
            ExperimentAssignment.class,
            "2026-01-10T12:00:00Z",
            "experiment_id",
            "other",
            "variant",
            "control");
    assertThat(enrolment(other), is(Optional.empty()));
  }

  @Test
  void whoSawTwoArmsOrAnUnknownOneIsInNone() {
    RawEvent control = assigned("2026-01-11T12:00:00Z", "control");
    RawEvent third = assigned("2026-01-11T12:00:00Z", "third");

    assertThat(enrolment(ASSIGNED, control).get().arm(), is(nullValue()));
    assertThat(enrolment(ASSIGNED, control).get().exposedAt(), is(ENROLMENT.exposedAt()));
    assertThat(enrolment(third).get().arm(), is(nullValue()));
    assertThat(
        enrolment(third, assigned("2026-01-12T12:00:00Z", "third")).get().arm(), is(nullValue()));
  }

  @Test
  void aProportionAsksWhetherItHappenedInTheWindow() {
    assertThat(unit(FUNDED), is(List.of(1L, 0L, 0L)));
    assertThat(unit(FUNDED, funded("2026-01-10T12:00:00Z")), is(List.of(1L, 1L, 0L)));
    assertThat(
        unit(FUNDED, funded("2026-01-12T00:00:00Z"), funded("2026-01-13T00:00:00Z")),
        is(List.of(1L, 1L, 0L)));
    assertThat(unit(FUNDED, funded("2026-01-10T11:59:59Z")), is(List.of(1L, 0L, 0L)));
    assertThat(unit(FUNDED, funded("2026-01-17T11:59:59Z")), is(List.of(1L, 1L, 0L)));
    assertThat(unit(FUNDED, funded("2026-01-17T12:00:00Z")), is(List.of(1L, 0L, 0L)));
  }

  @Test
  void aMeanIsCappedAndHasWhatWasBeforeBesideIt() {
    assertThat(
        unit(
            SPEND,
            transaction("2026-01-01T00:00:00Z", 700),
            transaction("2026-01-10T11:00:00Z", 90),
            transaction("2026-01-11T00:00:00Z", 1_200),
            transaction("2026-01-12T00:00:00Z", -200)),
        is(List.of(1L, 1_000L, 790L)));
    assertThat(
        unit(SPEND, transaction("2026-01-11T00:00:00Z", 6_000)), is(List.of(1L, 5_000L, 0L)));
  }

  @Test
  void aRatioOfTheCatalogueHasNumeratorAndDenominatorOfWholeDays() {
    RawEvent crashed =
        event(Session.class, "2026-01-10T08:00:00Z", "session_id", "s", "crashed", true);

    assertThat(
        unit(CRASHES, crashed, session("2026-01-23T23:00:00Z"), session("2026-01-24T01:00:00Z")),
        is(List.of(1L, 1L, 2L)));
  }

  @Test
  void theFirstDaysAndTheLaterOnesOfAMeanAreItsCourse() {
    CustomerAsOf customer =
        customer(transaction("2026-01-17T11:00:00Z", 100), transaction("2026-01-17T13:00:00Z", 30));

    long[] sums = SPEND.course(customer, ENROLMENT, SPEND.parts().orElseThrow()).orElseThrow();

    assertThat(SPEND.parts().get(), is(new Novelty.Days(7, 7)));
    assertThat(Moments.of(sums).sumY(), is(100L));
    assertThat(Moments.of(sums).sumX(), is(30L));
    assertThat(FUNDED.parts(), is(Optional.empty()));
  }

  @Test
  void onlyAWindowThatIsOverCounts() {
    assertThat(FUNDED.isMature(ENROLMENT, LocalDate.parse("2026-01-17")), is(false));
    assertThat(FUNDED.isMature(ENROLMENT, LocalDate.parse("2026-01-18")), is(true));
  }

  @Test
  void aSegmentIsThatOfTheExposureOrTheFirstAfterIt() {
    CustomerAsOf moved =
        customer(
            profile("2026-01-11T00:00:00Z", "Wales", "2026-01-11"),
            profile("2026-01-20T00:00:00Z", "London", "2026-01-11"));

    assertThat(Experiment.segment(moved, ENROLMENT, "region"), is("Wales"));
    assertThat(
        Experiment.segment(
            moved, new Enrolment("control", Instant.parse("2026-01-21T00:00:00Z")), "region"),
        is("London"));
    assertThat(Experiment.segment(moved, ENROLMENT, "push_opt_in"), is("true"));
    assertThat(Experiment.segment(customer(), ENROLMENT, "region"), is("unknown"));
  }

  @Test
  void aDigestPutsEachCustomerIntoTheArmThatThePlanOfActionsUses() {
    Experiment holdout = Experiments.standard().all().get(1);
    String policy = DecisionRules.standard().policy().name();
    LocalDate asOf = LocalDate.parse("2026-07-01");
    RawEvent old = profile("2026-01-05T00:00:00Z", "Wales", "2026-01-05");
    RawEvent late = profile("2026-05-05T09:00:00Z", "Wales", "2026-05-05");

    long heldOut =
        IntStream.range(0, 5_000)
            .filter(
                i ->
                    holdout
                        .enrolment(CustomerAsOf.of("C" + i, List.of(old), asOf))
                        .get()
                        .arm()
                        .equals("holdout"))
            .count();

    assertThat((double) heldOut / 5_000, closeTo(0.1, 0.013));
    assertThat(policy, is("retention"));
    assertThat(
        holdout.enrolment(CustomerAsOf.of("C1", List.of(old), asOf)).get().exposedAt(),
        is(Instant.parse("2026-04-01T00:00:00Z")));
    assertThat(
        holdout.enrolment(CustomerAsOf.of("C1", List.of(late), asOf)).get().exposedAt(),
        is(Instant.parse("2026-05-05T00:00:00Z")));
    // The day after the first quarter is judged by that quarter.
    assertThat(
        holdout
            .enrolment(CustomerAsOf.of("C1", List.of(old), LocalDate.parse("2026-04-01")))
            .get()
            .exposedAt(),
        is(Instant.parse("2026-01-05T00:00:00Z")));
    assertThat(
        holdout.enrolment(CustomerAsOf.of("C1", List.of(late), LocalDate.parse("2026-06-30"))),
        is(Optional.empty()));
  }

  private static List<Long> unit(ExperimentMetric metric, RawEvent... events) {
    Moments moments = Moments.of(metric.unit(customer(events), ENROLMENT).orElseThrow());
    return List.of(moments.n(), moments.sumY(), moments.sumX());
  }

  private static Optional<Enrolment> enrolment(RawEvent... events) {
    return CHECKLIST.enrolment(customer(events));
  }

  private static CustomerAsOf customer(RawEvent... events) {
    return CustomerAsOf.of("c1", List.of(events), LocalDate.parse("2026-04-01"));
  }

  private static RawEvent assigned(String at, String variant) {
    return event(ExperimentAssignment.class, at, "experiment_id", "checklist", "variant", variant);
  }

  private static RawEvent funded(String at) {
    return event(OnboardingStep.class, at, "step", "account_funded");
  }
}
