package io.growthline.domain.growth;

import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.payment;
import static io.growthline.domain.customer.Events.profile;
import static io.growthline.domain.customer.Events.session;
import static io.growthline.domain.customer.Events.subscription;
import static io.growthline.domain.customer.Events.transaction;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final Retention MART = new Retention();

  @Test
  void aCohortIsFollowedThroughTheMonthsThatHaveEnded() {
    Counts<Retention.Cohort> totals = MART.empty();
    count(
        totals,
        "2026-04-15",
        profile("2026-01-10T00:00:00Z", "north", "2026-01-10"),
        transaction("2026-01-20T10:00:00Z", 1),
        session("2026-03-31T23:59:59Z"),
        session("2026-04-01T00:00:00Z"));
    count(totals, "2026-04-15", profile("2026-01-31T00:00:00Z", "north", "2026-01-31"));

    assertThat(
        months(totals, "2026-04-15"),
        contains(row(0, 2, 1, 0.5, 1L), row(1, 2, 0, 0.0, 0L), row(2, 2, 1, 0.5, 0L)));
  }

  @Test
  void aCohortWhoseFirstMonthHasNotEndedHasNoRow() {
    Counts<Retention.Cohort> totals = MART.empty();
    count(totals, "2026-01-31", profile("2026-01-10T00:00:00Z", "north", "2026-01-10"));

    assertThat(months(totals, "2026-01-31"), is(empty()));
    count(
        totals,
        "2026-02-01",
        profile("2026-01-10T00:00:00Z", "north", "2026-01-10"),
        session("2026-01-20T00:00:00Z"));
    assertThat(months(totals, "2026-02-01"), contains(row(0, 2, 1, 0.5, null)));
  }

  @Test
  void withoutAnySourceOfActivityNobodyIsSaidToHaveLeft() {
    Counts<Retention.Cohort> totals = MART.empty();
    count(
        totals,
        "2026-04-01",
        profile("2026-01-10T00:00:00Z", "north", "2026-01-10"),
        subscription("2026-01-10T00:00:00Z", "start", 500));

    assertThat(MART.rows(totals, LocalDate.parse("2026-04-01")), is(empty()));
    assertThat(MART.emptyBecause(), containsString("no events in raw.transactions"));
  }

  @Test
  void aCustomerWithoutAnAccountIsInNoCohort() {
    Counts<Retention.Cohort> totals = MART.empty();
    count(totals, "2026-03-01", profile("2026-01-10T00:00:00Z", "north", "2026-03-01"));

    assertThat(totals.isEmpty(), is(true));
  }

  @Test
  void weeksBeginOnMondayAndAreFollowedForHalfAYear() {
    Counts<Retention.Cohort> totals = MART.empty();
    RawEvent account = profile("2026-01-11T00:00:00Z", "north", "2026-01-11");
    count(
        totals,
        "2026-12-31",
        account,
        session("2026-01-11T23:00:00Z"),
        session("2026-01-12T00:00:00Z"),
        session("2026-07-05T00:00:00Z"));

    List<RetentionCohort> weeks = rows(totals, "2026-12-31", "week");

    assertThat(weeks.size(), is(26));
    assertThat(weeks.get(0).cohortStart(), is(LocalDate.parse("2026-01-05")));
    assertThat(
        weeks.stream()
            .filter(w -> w.activeCustomers() == 1)
            .map(w -> w.periodsSinceSignup())
            .toList(),
        contains(0L, 1L, 25L));
    assertThat(rows(totals, "2026-01-18", "week").size(), is(1));
    assertThat(rows(totals, "2026-01-19", "week").size(), is(2));
  }

  @Test
  void revenueIsComparedWithTheFirstFullMonth() {
    Counts<Retention.Cohort> totals = MART.empty();
    count(
        totals,
        "2026-05-01",
        profile("2026-01-10T00:00:00Z", "north", "2026-01-10"),
        session("2026-01-10T00:00:00Z"),
        payment("2026-01-12T00:00:00Z", "succeeded", 900),
        payment("2026-02-10T00:00:00Z", "succeeded", 900),
        payment("2026-03-10T00:00:00Z", "succeeded", 900),
        payment("2026-03-12T00:00:00Z", "refunded", 900),
        payment("2026-04-10T00:00:00Z", "failed", 900));
    count(
        totals,
        "2026-05-01",
        profile("2026-01-20T00:00:00Z", "north", "2026-01-20"),
        payment("2026-02-20T00:00:00Z", "succeeded", 300),
        payment("2026-03-20T00:00:00Z", "succeeded", 1_500));

    List<RetentionCohort> months = months(totals, "2026-05-01");

    assertThat(
        months.stream().map(RetentionCohort::revenueMinor).toList(),
        contains(900L, 1_200L, 1_500L, 0L));
    assertThat(
        months.stream().map(RetentionCohort::revenueRetention).toList(),
        contains(null, 1.0, 1.25, 0.0));
    assertThat(
        rows(totals, "2026-05-01", "week").stream().map(RetentionCohort::revenueRetention).toList(),
        everyItem(nullValue(Double.class)));
  }

  @Test
  void spendIsWithheldInAPeriodWithoutARate() {
    Counts<Retention.Cohort> totals = MART.empty();
    MART.count(
        CustomerAsOf.of(
            "c1",
            List.of(
                profile("2026-01-10T00:00:00Z", "north", "2026-01-10"),
                transaction("2026-01-11T00:00:00Z", 70),
                transaction("2026-01-12T00:00:00Z", -20),
                event(
                    Transaction.class,
                    "2026-02-01T00:00:00Z",
                    "currency",
                    "JPY",
                    "status",
                    "approved")),
            LocalDate.parse("2026-03-01"),
            new ReportingCurrency("GBP", List.of())),
        totals);

    assertThat(
        months(totals, "2026-03-01").stream().map(RetentionCohort::spendMinor).toList(),
        contains(50L, null));
  }

  private static void count(Counts<Retention.Cohort> into, String asOf, RawEvent... events) {
    MART.count(CustomerAsOf.of("c1", List.of(events), LocalDate.parse(asOf)), into);
  }

  private static List<RetentionCohort> months(Counts<Retention.Cohort> totals, String asOf) {
    return rows(totals, asOf, "month");
  }

  private static List<RetentionCohort> rows(
      Counts<Retention.Cohort> totals, String asOf, String grain) {
    return MART.rows(totals, LocalDate.parse(asOf)).stream()
        .filter(row -> row.grain().equals(grain))
        .toList();
  }

  private static RetentionCohort row(
      long since, long size, long active, double rate, Long spendMinor) {
    return new RetentionCohort(
        "month", LocalDate.parse("2026-01-01"), since, size, active, rate, null, null, spendMinor);
  }
}
