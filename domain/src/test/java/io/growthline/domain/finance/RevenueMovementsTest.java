package io.growthline.domain.finance;

import static io.growthline.domain.customer.Events.event;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.contract.Rows;
import io.growthline.domain.customer.SubscriptionState;
import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Subscription;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RevenueMovementsTest {
  private static final RevenueMovements MART = new RevenueMovements();
  private static final LocalDate APRIL = LocalDate.parse("2026-04-01");

  @Test
  void aFirstSubscriptionIsNewAndAnUpgradeIsATransferAndAnExpansionOfTheNewPlan() {
    List<MonthlyRevenue> rows =
        rows(
            change("2026-01-10T00:00:00Z", "s1", "start", "plus", 700),
            change("2026-02-10T00:00:00Z", "s1", "upgrade", "metal", 1_500));

    assertThat(
        rows,
        contains(
            row("2026-01-01", "plus")
                .with("new_minor", 700, "closing_minor", 700)
                .with("new_customers", 1, "closing_customers", 1)
                .make(),
            row("2026-02-01", "metal")
                .with("transfer_in_minor", 700, "expansion_minor", 800, "closing_minor", 1_500)
                .with("customers_in", 1, "expanded_customers", 1, "closing_customers", 1)
                .make(),
            row("2026-02-01", "plus")
                .with("opening_minor", 700, "transfer_out_minor", 700)
                .with("opening_customers", 1, "customers_out", 1)
                .make(),
            row("2026-03-01", "metal")
                .with("opening_minor", 1_500, "closing_minor", 1_500)
                .with("opening_customers", 1, "closing_customers", 1)
                .make()));
  }

  @Test
  void aDowngradeIsAContractionOfTheOldPlan() {
    List<MonthlyRevenue> rows =
        rows(
            change("2026-02-10T00:00:00Z", "s1", "start", "metal", 1_500),
            change("2026-03-31T23:59:58Z", "s1", "downgrade", "plus", 700));

    assertThat(
        rows.subList(1, 3),
        contains(
            row("2026-03-01", "metal")
                .with("opening_minor", 1_500, "contraction_minor", 800, "transfer_out_minor", 700)
                .with("opening_customers", 1, "customers_out", 1)
                .make(),
            row("2026-03-01", "plus")
                .with("transfer_in_minor", 700, "closing_minor", 700)
                .with("customers_in", 1, "contracted_customers", 1, "closing_customers", 1)
                .make()));
  }

  @Test
  void churnIsToldByTheReasonOfTheLastCancellationAndAReturnIsAReactivation() {
    List<MonthlyRevenue> rows =
        rows(
            change("2025-12-10T00:00:00Z", "s1", "start", "plus", 700),
            cancel("2026-01-10T00:00:00Z", "s1", "payment_failed"),
            change("2026-02-10T00:00:00Z", "s2", "start", "plus", 800),
            cancel("2026-03-10T00:00:00Z", "s2", "chosen"));

    assertThat(
        rows.subList(1, 4),
        contains(
            row("2026-01-01", "plus")
                .with("opening_minor", 700, "churn_payment_failed_minor", 700)
                .with("opening_customers", 1, "churned_payment_failed_customers", 1)
                .make(),
            row("2026-02-01", "plus")
                .with("reactivation_minor", 800, "closing_minor", 800)
                .with("reactivated_customers", 1, "closing_customers", 1)
                .make(),
            row("2026-03-01", "plus")
                .with("opening_minor", 800, "churn_chosen_minor", 800)
                .with("opening_customers", 1, "churned_chosen_customers", 1)
                .make()));
  }

  @Test
  void aReasonThatOlderDataDoNotNameIsUnknown() {
    List<MonthlyRevenue> rows =
        rows(
            change("2026-01-10T00:00:00Z", "s1", "start", "plus", 700),
            cancel("2026-02-10T00:00:00Z", "s1", null));

    assertThat(rows.get(1).churnUnknownMinor(), is(700L));
    assertThat(rows.get(1).churnedUnknownCustomers(), is(1L));
  }

  @Test
  void endingOneOfTwoSubscriptionsIsAContraction() {
    List<MonthlyRevenue> rows =
        rows(
            change("2026-02-10T00:00:00Z", "s1", "start", "plus", 700),
            change("2026-02-11T00:00:00Z", "s2", "start", "metal", 1_500),
            cancel("2026-03-10T00:00:00Z", "s1", "chosen"));

    assertThat(
        rows.subList(2, 4),
        contains(
            row("2026-03-01", "metal")
                .with("opening_minor", 1_500, "closing_minor", 1_500)
                .with("opening_customers", 1, "contracted_customers", 1, "closing_customers", 1)
                .make(),
            row("2026-03-01", "plus").with("opening_minor", 700, "contraction_minor", 700).make()));
  }

  @Test
  void aNewIncomeSegmentMovesRevenueWithTheCustomer() {
    List<MonthlyRevenue> rows =
        rows(
            event(CustomerProfile.class, "2026-02-01T00:00:00Z", "income_segment", "student"),
            change("2026-02-10T00:00:00Z", "s1", "start", "plus", 700),
            event(CustomerProfile.class, "2026-03-05T00:00:00Z", "income_segment", "high"));

    assertThat(
        rows.subList(1, 3),
        contains(
            row("2026-03-01", "plus")
                .with("income_segment", "high", "transfer_in_minor", 700, "closing_minor", 700)
                .with("customers_in", 1, "closing_customers", 1)
                .make(),
            row("2026-03-01", "plus")
                .with("income_segment", "student", "opening_minor", 700)
                .with("transfer_out_minor", 700, "opening_customers", 1, "customers_out", 1)
                .make()));
  }

  @Test
  void aMonthThatHasNotEndedHasNoRow() {
    assertThat(rows(change("2026-04-01T00:00:00Z", "s1", "start", "plus", 700)), is(empty()));
    Counts<RevenueMovements.Cell> totals = MART.empty();
    MART.count(
        CustomerAsOf.of(
            "c1",
            List.of(change("2026-03-01T00:00:00Z", "s1", "start", "plus", 700)),
            LocalDate.parse("2026-03-31")),
        totals);
    assertThat(totals.isEmpty(), is(true));
  }

  @Test
  void whatWasLearntLaterChangesNoEarlierDay() {
    Subscription late =
        event(
            Subscription.class,
            "2026-03-01T00:00:00Z",
            "ingested_at",
            "2026-04-01T00:00:00Z",
            "price_minor",
            500);

    assertThat(rows(late), is(empty()));
  }

  /** Histories of several customers, with several events at one instant. */
  @Property(tries = 300)
  void everyMonthOpensAsTheOneBeforeClosedAndAddsUp(
      @ForAll @Size(max = 4) List<@Size(max = 14) List<@From("changes") RawEvent>> customers,
      @ForAll Random random) {
    Counts<RevenueMovements.Cell> totals = MART.empty();
    Counts<RevenueMovements.Cell> shuffled = MART.empty();
    Map<LocalDate, Long> minor = new HashMap<>();
    Map<LocalDate, Long> active = new HashMap<>();
    for (int i = 0; i < customers.size(); i++) {
      CustomerAsOf customer = CustomerAsOf.of("c" + i, customers.get(i), APRIL);
      MART.count(customer, totals);
      List<RawEvent> other = new ArrayList<>(customers.get(i));
      Collections.shuffle(other, random);
      MART.count(CustomerAsOf.of("c" + i, other, APRIL), shuffled);
      for (LocalDate end = LocalDate.parse("2026-01-01");
          !end.isAfter(APRIL);
          end = end.plusMonths(1)) {
        SubscriptionState state = SubscriptionState.at(customer.known(), end);
        minor.merge(end, state.monthlyMinor(), Long::sum);
        active.merge(end, state.isActive() ? 1L : 0L, Long::sum);
      }
    }
    assertThat(shuffled, is(totals));

    Map<List<Object>, MonthlyRevenue> byPlace = new HashMap<>();
    List<MonthlyRevenue> rows = MART.rows(totals, APRIL);
    for (MonthlyRevenue r : rows) {
      assertThat(r.toString(), moved(r), is(r.closingMinor()));
      assertThat(r.toString(), movedCustomers(r), is(r.closingCustomers()));
      byPlace.put(List.of(r.month(), r.plan(), r.incomeSegment()), r);
    }
    for (MonthlyRevenue r : rows) {
      MonthlyRevenue next =
          byPlace.get(List.of(r.month().plusMonths(1), r.plan(), r.incomeSegment()));
      if (r.month().isBefore(APRIL.minusMonths(1))) {
        assertThat(next == null ? 0 : next.openingMinor(), is(r.closingMinor()));
        assertThat(next == null ? 0 : next.openingCustomers(), is(r.closingCustomers()));
      }
    }
    for (LocalDate end : minor.keySet()) {
      LocalDate month = end.minusMonths(1);
      List<MonthlyRevenue> of = rows.stream().filter(r -> r.month().equals(month)).toList();
      assertThat(of.stream().mapToLong(MonthlyRevenue::closingMinor).sum(), is(minor.get(end)));
      assertThat(
          of.stream().mapToLong(MonthlyRevenue::closingCustomers).sum(), is(active.get(end)));
      assertThat(
          of.stream().mapToLong(MonthlyRevenue::transferInMinor).sum(),
          is(of.stream().mapToLong(MonthlyRevenue::transferOutMinor).sum()));
      assertThat(
          of.stream().mapToLong(MonthlyRevenue::customersIn).sum(),
          is(of.stream().mapToLong(MonthlyRevenue::customersOut).sum()));
    }
  }

  /** All orders of what happened at one instant, whatever the events are called. */
  @Property
  void atOneInstantMeaningDecides(@ForAll("orders") List<String> ids) {
    List<RawEvent> events = new ArrayList<>();
    String[] changes = {"start", "upgrade", "downgrade", "cancel"};
    for (int i = 0; i < changes.length; i++) {
      events.add(
          event(
              Subscription.class,
              "2026-01-31T12:00:00Z",
              "event_id",
              ids.get(i),
              "subscription_id",
              "s1",
              "plan",
              changes[i],
              "change",
              changes[i],
              "price_minor",
              100L * (i + 1)));
    }
    events.add(change("2025-12-10T00:00:00Z", "s1", "start", "plus", 700));

    List<MonthlyRevenue> rows = rows(events.toArray(RawEvent[]::new));

    assertThat(rows.size(), is(2));
    assertThat(rows.get(1).churnUnknownMinor(), is(700L));
  }

  @Provide
  Arbitrary<List<String>> orders() {
    return Arbitraries.shuffle("a", "b", "c", "d");
  }

  @Provide
  Arbitrary<RawEvent> changes() {
    Arbitrary<RawEvent> subscriptions =
        Combinators.combine(
                Arbitraries.integers().between(0, 40),
                Arbitraries.of("s1", "s2", "s3"),
                Arbitraries.of("start", "start", "upgrade", "downgrade", "cancel"),
                Arbitraries.of("plus", "premium", "metal"),
                Arbitraries.of(0L, 500L, 700L, 1_500L),
                Arbitraries.of("chosen", "payment_failed", null),
                Arbitraries.integers().between(0, 1_000_000))
            .as(
                (day, id, change, plan, price, reason, n) ->
                    event(
                        Subscription.class,
                        LocalDate.parse("2025-12-20").plusDays(3L * day) + "T00:00:00Z",
                        "event_id",
                        id + change + plan + price + reason + n,
                        "subscription_id",
                        id,
                        "change",
                        change,
                        "plan",
                        plan,
                        "price_minor",
                        price,
                        "cancel_reason",
                        change.equals("cancel") ? reason : null));
    Arbitrary<RawEvent> profiles =
        Combinators.combine(
                Arbitraries.integers().between(0, 100), Arbitraries.of("low", "high", null))
            .as(
                (day, segment) ->
                    event(
                        CustomerProfile.class,
                        LocalDate.parse("2025-12-20").plusDays(day) + "T00:00:00Z",
                        "event_id",
                        day + segment,
                        "income_segment",
                        segment));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(5, subscriptions), net.jqwik.api.Tuple.of(1, profiles));
  }

  @Test
  void theSyntheticBankMovesInEveryWay() {
    Counts<RevenueMovements.Cell> totals = MART.empty();
    SimulatedCustomers.SMALL.forEach(customer -> MART.count(customer, totals));
    long[] sums = new long[8];
    for (MonthlyRevenue r : MART.rows(totals, SimulatedCustomers.AS_OF)) {
      assertThat(moved(r), is(r.closingMinor()));
      sums[0] += r.newMinor();
      sums[1] += r.expansionMinor();
      sums[2] += r.reactivationMinor();
      sums[3] += r.contractionMinor();
      sums[4] += r.churnChosenMinor();
      sums[5] += r.churnPaymentFailedMinor();
      sums[6] += r.transferInMinor() - r.transferOutMinor();
      sums[7] += r.churnUnknownMinor();
    }
    for (int i = 0; i < 6; i++) {
      assertThat("movement " + i, sums[i], greaterThan(0L));
    }
    assertThat(sums[6], is(0L));
    assertThat(sums[7], is(0L));
  }

  private static long moved(MonthlyRevenue r) {
    return r.openingMinor()
        + r.newMinor()
        + r.expansionMinor()
        + r.reactivationMinor()
        + r.transferInMinor()
        - r.contractionMinor()
        - r.churnChosenMinor()
        - r.churnPaymentFailedMinor()
        - r.churnUnknownMinor()
        - r.transferOutMinor();
  }

  private static long movedCustomers(MonthlyRevenue r) {
    return r.openingCustomers()
        + r.newCustomers()
        + r.reactivatedCustomers()
        + r.customersIn()
        - r.churnedChosenCustomers()
        - r.churnedPaymentFailedCustomers()
        - r.churnedUnknownCustomers()
        - r.customersOut();
  }

  private static List<MonthlyRevenue> rows(RawEvent... events) {
    Counts<RevenueMovements.Cell> totals = MART.empty();
    MART.count(CustomerAsOf.of("c1", List.of(events), APRIL), totals);
    return MART.rows(totals, APRIL);
  }

  private static Subscription change(
      String at, String id, String change, String plan, long priceMinor) {
    return event(
        Subscription.class,
        at,
        "subscription_id",
        id,
        "change",
        change,
        "plan",
        plan,
        "price_minor",
        priceMinor);
  }

  private static Subscription cancel(String at, String id, String reason) {
    return event(
        Subscription.class, at, "subscription_id", id, "change", "cancel", "cancel_reason", reason);
  }

  private static Expected row(String month, String plan) {
    return new Expected(new HashMap<>(Map.of("month", month, "plan", plan)))
        .with("income_segment", "unknown");
  }

  /** A row whose other columns are 0. */
  private record Expected(Map<String, Object> columns) {
    Expected with(Object... named) {
      for (int i = 0; i < named.length; i += 2) {
        columns.put((String) named[i], named[i + 1]);
      }
      return this;
    }

    MonthlyRevenue make() {
      return Rows.of(MonthlyRevenue.class, columns);
    }
  }
}
