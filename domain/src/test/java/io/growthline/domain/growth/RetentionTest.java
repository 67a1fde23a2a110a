package io.growthline.domain.growth;

import static io.growthline.domain.customer.Events.profile;
import static io.growthline.domain.customer.Events.session;
import static io.growthline.domain.customer.Events.subscription;
import static io.growthline.domain.customer.Events.transaction;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.event.RawEvent;
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
        MART.rows(totals, LocalDate.parse("2026-04-15")),
        contains(row(0, 2, 1, 0.5), row(1, 2, 0, 0.0), row(2, 2, 1, 0.5)));
  }

  @Test
  void aCohortWhoseFirstMonthHasNotEndedHasNoRow() {
    Counts<Retention.Cohort> totals = MART.empty();
    count(totals, "2026-01-31", profile("2026-01-10T00:00:00Z", "north", "2026-01-10"));

    assertThat(MART.rows(totals, LocalDate.parse("2026-01-31")), is(empty()));
    count(
        totals,
        "2026-02-01",
        profile("2026-01-10T00:00:00Z", "north", "2026-01-10"),
        session("2026-01-20T00:00:00Z"));
    assertThat(MART.rows(totals, LocalDate.parse("2026-02-01")), contains(row(0, 2, 1, 0.5)));
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

  private static void count(Counts<Retention.Cohort> into, String asOf, RawEvent... events) {
    MART.count(CustomerAsOf.of("c1", List.of(events), LocalDate.parse(asOf)), into);
  }

  private static RetentionCohort row(long since, long size, long active, double rate) {
    return new RetentionCohort(LocalDate.parse("2026-01-01"), since, size, active, rate);
  }
}
