package io.growthline.domain.growth;

import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.profile;
import static io.growthline.domain.customer.Events.session;
import static io.growthline.domain.customer.Events.transaction;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The weeks of this test begin on 5, 12, 19 and 26 January and on 2 February 2026. */
class EngagementTest {
  private static final Engagement MART = new Engagement();
  private static final LocalDate AS_OF = LocalDate.parse("2026-02-09");

  private static final List<RawEvent> COMES_OFTEN =
      List.of(
          profile("2026-01-01T00:00:00Z", "north", "2026-01-01"),
          session("2026-01-05T00:00:00Z"),
          session("2026-01-05T10:00:00Z"),
          transaction("2026-01-05T11:00:00Z", 300),
          event(FeatureUse.class, "2026-01-11T23:59:59Z", "feature", "budgeting"),
          session("2026-01-26T00:00:00Z"),
          session("2026-01-27T00:00:00Z"));
  private static final List<RawEvent> SPENDS =
      List.of(
          profile("2026-01-01T00:00:00Z", "south", "2026-01-01"),
          transaction("2026-01-07T10:00:00Z", 500),
          transaction("2026-01-07T12:00:00Z", -200));
  private static final List<RawEvent> MOVES =
      List.of(
          profile("2026-01-01T00:00:00Z", "south", "2026-01-01"),
          session("2026-01-26T09:00:00Z"),
          profile("2026-02-01T12:00:00Z", "north", "2026-01-01"));

  @Test
  void activeDaysOverSevenIsTheMeanDay() {
    WeeklyEngagement first = rows("all").get(0);

    assertThat(first.weekStart(), is(LocalDate.parse("2026-01-05")));
    assertThat(first.weeklyActiveCustomers(), is(2L));
    // Monday and Sunday of one customer, Wednesday of another.
    assertThat(first.activeDays(), is(3L));
    assertThat(first.meanDailyActiveCustomers(), is(3.0 / 7));
    assertThat(first.dailyOverWeekly(), is(3.0 / 7 / 2));
    assertThat(first.sessions(), is(2L));
    assertThat(first.transactions(), is(2L));
    assertThat(first.spendMinor(), is(600L));
    assertThat(first.transactionsPerActive(), is(1.0));
    assertThat(first.spendPerActiveMinor(), is(300.0));
  }

  @Test
  void aMonthIsFourWeeksAndIsAbsentUntilThereAreFour() {
    List<WeeklyEngagement> rows = rows("all");

    assertThat(
        rows.stream().map(row -> row.weekStart().toString()).toList(),
        contains("2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26", "2026-02-02"));
    assertThat(
        rows.stream().map(row -> String.valueOf(row.monthlyActiveCustomers())).toList(),
        contains("null", "null", "null", "3", "2"));
    assertThat(rows.get(3).weeklyOverMonthly(), is(2.0 / 3));
    assertThat(rows.get(1).dailyOverWeekly(), is(nullValue()));
    assertThat(rows.get(1).spendPerActiveMinor(), is(nullValue()));
    assertThat(rows.get(4).weeklyOverMonthly(), is(0.0));
  }

  @Test
  void aCustomerCountsWhereItLivedAtTheEndOfTheWeek() {
    assertThat(
        rows("north").stream().map(WeeklyEngagement::weeklyActiveCustomers).toList(),
        contains(1L, 0L, 0L, 2L, 0L));
    assertThat(
        rows("south").stream().map(WeeklyEngagement::weeklyActiveCustomers).toList(),
        contains(1L, 0L, 0L, 0L));
  }

  @Test
  void aWeekThatHasNotEndedHasNoRow() {
    LocalDate sunday = LocalDate.parse("2026-01-11");

    assertThat(MART.rows(totals(sunday, COMES_OFTEN), sunday), is(empty()));
    assertThat(
        MART.rows(totals(sunday.plusDays(1), COMES_OFTEN), sunday.plusDays(1)).size(), is(3));
  }

  @Test
  void spendIsWithheldWhereARateIsMissing() {
    Counts<Engagement.Week> totals = MART.empty();
    MART.count(
        CustomerAsOf.of(
            "c1",
            List.of(
                transaction("2026-01-05T11:00:00Z", 300),
                event(
                    Transaction.class,
                    "2026-01-06T11:00:00Z",
                    "currency",
                    "JPY",
                    "amount_minor",
                    900L,
                    "status",
                    "approved")),
            AS_OF,
            new ReportingCurrency("GBP", List.of())),
        totals);

    WeeklyEngagement week = MART.rows(totals, AS_OF).get(0);

    assertThat(week.transactions(), is(2L));
    assertThat(week.transactionsWithoutRate(), is(1L));
    assertThat(week.spendMinor(), is(nullValue()));
    assertThat(week.spendPerActiveMinor(), is(nullValue()));
  }

  private static List<WeeklyEngagement> rows(String value) {
    return MART.rows(totals(AS_OF, COMES_OFTEN, SPENDS, MOVES), AS_OF).stream()
        .filter(row -> row.dimensionValue().equals(value))
        .toList();
  }

  @SafeVarargs
  private static Counts<Engagement.Week> totals(LocalDate asOf, List<RawEvent>... customers) {
    Counts<Engagement.Week> totals = MART.empty();
    for (List<RawEvent> events : customers) {
      MART.count(CustomerAsOf.of("c1", events, asOf), totals);
    }
    return totals;
  }
}
