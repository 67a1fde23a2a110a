package io.growthline.domain.experiment;

import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.profile;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.event.ExperimentAssignment;
import io.growthline.domain.event.OnboardingStep;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Session;
import io.growthline.domain.event.SupportContact;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalMart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Raw events of an onboarding experiment in, rows out. */
class ExperimentMartsTest {
  private static final LocalDate DAY = LocalDate.parse("2026-03-01");
  private static final ExperimentDeclarations DECLARED =
      new ExperimentDeclarations("x.yaml", ExperimentsTest.YAML);
  private static final ExperimentResults RESULTS = new ExperimentResults(DECLARED);
  private static final ExperimentSeries SERIES = new ExperimentSeries(DECLARED);
  private static final ExperimentSummaries SUMMARIES = new ExperimentSummaries(DECLARED);

  private final List<CustomerAsOf> customers = new ArrayList<>();

  @Test
  void aRowComparesTheArmWithTheControl() {
    // One of four in the control funded within 7 days, three of four of the treatment.
    arm("control", "2026-01-10", 4, 1);
    arm("treatment", "2026-01-10", 4, 3);
    ExperimentResult row = result("funded", "all", "all");

    assertThat(row.customers(), is(4L));
    assertThat(row.controlCustomers(), is(4L));
    assertThat(row.exposed(), is(8L));
    assertThat(row.mean(), is(0.75));
    assertThat(row.controlMean(), is(0.25));
    assertThat(row.effect(), is(0.5));
    // Variances of 0 and 1 are 3/4 · 1/4 · 4/3 = 0.25 each: √(0.25/4 + 0.25/4).
    assertThat(row.standardError(), closeTo(Math.sqrt(0.125), 1e-12));
    assertThat(row.alwaysLower(), is(nullValue()));
    assertThat(row.qValue(), is(row.pValue())); // nothing else varies
    assertThat(row.role(), is("primary"));
    assertThat(row.verdict(), is("inconclusive"));
    assertThat(row.verdictReason(), is("The interval crosses 0."));
  }

  @Test
  void whatHappenedAfterTheWindowOrBecameKnownTooLateDoesNotCount() {
    arm("control", "2026-01-10", 2, 1);
    arm("treatment", "2026-01-10", 1, 1);
    customer("late", assigned("2026-01-10", "treatment"), funded("2026-01-17T00:00:00Z"));
    customer("future", assigned("2026-01-10", "treatment"), funded("2026-03-02T00:00:00Z"));

    assertThat(result("funded", "all", "all").mean(), closeTo(1 / 3.0, 1e-12));
  }

  @Test
  void customersWhoseDaysAreNotOverAreExposedAndNotAnalysed() {
    arm("control", "2026-02-25", 3, 1);
    arm("treatment", "2026-02-25", 3, 3);
    ExperimentResult row = result("funded", "all", "all");

    assertThat(row.exposed(), is(6L));
    assertThat(row.customers(), is(0L));
    assertThat(row.effect(), is(nullValue()));
    assertThat(row.verdict(), is("inconclusive"));
    assertThat(row.verdictReason(), is("The 7 days of no customer are over yet."));
    assertThat(summary().memo(), is("iterate"));
    assertThat(summary().daysRun(), is(4L));
    assertThat(summary().daysLeft(), is(10L)); // of 14
    assertThat(rows(SERIES), is(empty()));
  }

  @Test
  void aSegmentWithFewCustomersHasNoEffect() {
    arm("control", "2026-01-10", 251, 100);
    arm("treatment", "2026-01-10", 250, 150);
    customer(
        "welsh",
        profile("2026-01-01T00:00:00Z", "Wales", "2026-01-01"),
        assigned("2026-01-10", "treatment"));
    ExperimentResult few = result("funded", "region", "Wales");
    ExperimentResult many = result("funded", "region", "unknown");

    assertThat(few.customers(), is(1L));
    assertThat(few.effect(), is(nullValue()));
    assertThat(few.verdict(), is("invalid"));
    assertThat(few.verdictReason(), containsString("250 of each are needed"));
    assertThat(many.effect(), closeTo(0.6 - 100 / 251.0, 1e-12));
    assertThat(many.verdict(), is("ok"));
  }

  @Test
  void armsWithoutTheirSharesMakeEveryEffectInvalidAndTheSliceIsNamed() {
    arm("control", "2026-01-10", 400, 100);
    arm("treatment", "2026-01-10", 400, 300);
    for (int i = 0; i < 200; i++) {
      customer(
          "w" + i,
          profile("2026-01-01T00:00:00Z", "Wales", "2026-01-01"),
          assigned("2026-01-10", "treatment"));
    }

    assertThat(result("funded", "all", "all").verdict(), is("invalid"));
    assertThat(
        result("funded", "all", "all").verdictReason(), containsString("At fault: region Wales"));
    assertThat(result("funded", "region", "unknown").verdict(), is("invalid"));
    assertThat(summary().sampleRatioP(), lessThan(0.001));
    assertThat(summary().sampleRatioFault(), containsString("region Wales"));
    assertThat(summary().exposedByArm(), is("400, 600"));
    assertThat(summary().memo(), is("hold"));
  }

  @Test
  void aBetterPrimaryMetricIsShippedUnlessAGuardrailIsBreached() {
    arm("control", "2026-01-10", 300, 100);
    arm("treatment", "2026-01-10", 300, 200);
    assertThat(summary().memo(), is("ship"));
    assertThat(summary().memoReason(), containsString("funded +33.33 points"));

    for (int i = 0; i < 200; i++) {
      customer("c" + i, assigned("2026-01-10", "control"));
      customer("t" + i, assigned("2026-01-10", "treatment"), contact());
    }
    ExperimentResult contacts = result("contacts", "all", "all");

    assertThat(contacts.effect(), closeTo(0.4, 1e-12));
    assertThat(contacts.guardrail(), is("breached"));
    assertThat(summary().memo(), is("hold"));
    assertThat(
        summary().memoReason(), containsString("Guardrail contacts is breached: contacts +0.4 ("));
  }

  @Test
  void whoSawTwoArmsIsCountedApart() {
    arm("control", "2026-01-10", 1, 0);
    customer("both", assigned("2026-01-10", "control"), assigned("2026-01-11", "treatment"));

    assertThat(summary().exposed(), is(1L));
    assertThat(summary().inNoArm(), is(1L));
  }

  @Test
  void anExperimentWithoutExposuresIsListedAndHasNoResults() {
    customer("c", event(Session.class, "2026-01-10T00:00:00Z", "session_id", "s"));

    assertThat(rows(RESULTS), is(empty()));
    assertThat(summary().exposed(), is(0L));
    assertThat(summary().memo(), is(nullValue()));
    assertThat(
        summary().memoReason(),
        is("Nobody was exposed yet: raw.experiment_assignments has no row of it."));
  }

  @Test
  void aMetricWithoutAnyRowIsInvalidAndItsTableIsNamed() {
    arm("control", "2026-01-10", 40, 10);
    arm("treatment", "2026-01-10", 40, 20);
    ExperimentResult row = result("contacts", "all", "all");

    assertThat(row.verdict(), is("invalid"));
    assertThat(
        row.verdictReason(), is("Every number is 0: raw.support_contacts has no rows that count."));
    assertThat(row.guardrail(), is(nullValue()));
  }

  @Test
  void theSeriesAddsEachDayThoseWhoseDaysAreOver() {
    arm("control", "2026-01-10", 2, 1);
    arm("treatment", "2026-01-10", 2, 1);
    arm("treatment", "2026-01-12", 2, 2);
    List<ExperimentPoint> funded =
        rows(SERIES).stream().filter(point -> point.metric().equals("funded")).toList();

    assertThat(
        funded.stream().map(point -> point.measuredOn().toString()).toList(),
        contains("2026-01-17", "2026-01-19"));
    assertThat(funded.get(0).effect(), is(0.0));
    assertThat(funded.get(1).customers(), is(4L));
    assertThat(funded.get(1).mean(), is(0.75));
    assertThat(funded.get(1).effect(), is(0.25));
    assertThat(funded.get(1).effect(), is(result("funded", "all", "all").effect()));
  }

  @Test
  void theSmallestEffectWorthSeeingGivesPowerAndDaysLeft() {
    ExperimentDeclarations declared =
        new ExperimentDeclarations(
            "x.yaml",
            ExperimentsTest.YAML.replaceFirst(
                "window_days: 7, direction: up_is_good",
                "window_days: 7, direction: up_is_good, detect: 0.2"));
    for (int day = 1; day <= 20; day++) {
      String on = LocalDate.parse("2026-02-08").plusDays(day).toString();
      arm("control", on, 2, 1);
      arm("treatment", on, 2, 1);
    }
    ExperimentSummary row = rows(new ExperimentSummaries(declared)).get(0);

    // Half of 28 in each arm: variance 0.25 · 28 / 27, and 4 (1.96 + 0.8416)² · 0.2593 / 0.2² =
    // 203.5.
    assertThat(row.customersNeeded(), is(204L));
    // 80 came, 4 a day; the days of the last must be over too.
    assertThat(row.daysLeft(), is((204L - 80) / 4 + 7));
    // 0.2 / √(2 · 0.2593 / 28) = 1.4697 standard errors: Φ(1.4697 − 1.96).
    assertThat(rows(new ExperimentResults(declared)).get(0).power(), closeTo(0.312, 0.0005));
  }

  @Property(tries = 20)
  void anyGroupingOfCustomersGivesTheSameTotals(
      @ForAll @Size(30) List<@IntRange(max = 3) Integer> groups) {
    arm("control", "2026-01-10", 15, 5);
    arm("treatment", "2026-01-14", 15, 9);
    for (TotalMart<Counts<ExperimentCell>, ?> mart : List.of(RESULTS, SERIES, SUMMARIES)) {
      List<Counts<ExperimentCell>> parts =
          List.of(mart.empty(), mart.empty(), mart.empty(), mart.empty());
      Counts<ExperimentCell> whole = mart.empty();
      for (int i = 0; i < customers.size(); i++) {
        mart.count(customers.get(i), parts.get(groups.get(i)));
        mart.count(customers.get(i), whole);
      }
      Counts<ExperimentCell> added = mart.empty();
      parts.forEach(added::addAll);

      assertThat(added, is(whole));
      assertThat(mart.rows(added, DAY), is(mart.rows(whole, DAY)));
      assertThat(mart.rows(added, DAY).size(), greaterThan(0));
    }
    customers.clear();
  }

  private void arm(String arm, String day, int customers, int funded) {
    for (int i = 0; i < customers; i++) {
      if (i < funded) {
        customer(arm + day + i, assigned(day, arm), funded(day + "T12:00:00Z"));
      } else {
        customer(arm + day + i, assigned(day, arm));
      }
    }
  }

  private void customer(String id, RawEvent... events) {
    customers.add(CustomerAsOf.of(id, List.of(events), DAY));
  }

  private static RawEvent assigned(String day, String arm) {
    return event(
        ExperimentAssignment.class,
        day + "T00:00:00Z",
        "experiment_id",
        "checklist",
        "variant",
        arm);
  }

  private static RawEvent funded(String at) {
    return event(OnboardingStep.class, at, "step", "account_funded");
  }

  private static RawEvent contact() {
    return event(SupportContact.class, "2026-01-11T00:00:00Z");
  }

  private ExperimentResult result(String metric, String dimension, String value) {
    return rows(RESULTS).stream()
        .filter(row -> row.metric().equals(metric))
        .filter(row -> row.dimension().equals(dimension) && row.value().equals(value))
        .findFirst()
        .orElseThrow();
  }

  private ExperimentSummary summary() {
    return rows(SUMMARIES).get(0);
  }

  private <R extends Record> List<R> rows(TotalMart<Counts<ExperimentCell>, R> mart) {
    Counts<ExperimentCell> totals = mart.empty();
    customers.forEach(customer -> mart.count(customer, totals));
    return mart.rows(totals, DAY);
  }
}
