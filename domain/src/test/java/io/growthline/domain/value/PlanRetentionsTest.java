package io.growthline.domain.value;

import static io.growthline.domain.customer.Events.event;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.event.Payment;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Subscription;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** As of July 15, 2026: the six whole months before are January to June. */
class PlanRetentionsTest {
  private static final PlanRetentions MART = new PlanRetentions();
  private static final LocalDate AS_OF = LocalDate.parse("2026-07-15");

  @Test
  void aSubscriberStaysUntilNoSubscriptionWithAPriceRuns() {
    Counts<PlanRetentions.Plan> totals = MART.empty();
    // Begins February to May with plus, and leaves in May.
    count(
        totals,
        change("2026-01-10T00:00:00Z", "plus", "start", 1_000),
        paid("2026-01-11T00:00:00Z", "succeeded", 1_000),
        paid("2026-02-11T00:00:00Z", "succeeded", 1_000),
        paid("2026-03-11T00:00:00Z", "failed", 1_000),
        paid("2026-04-11T00:00:00Z", "succeeded", 1_000),
        paid("2026-04-12T00:00:00Z", "refunded", 400),
        paid("2026-05-11T00:00:00Z", "succeeded", 1_000),
        change("2026-05-20T00:00:00Z", "plus", "cancel", 0));
    PlanRetention plus = rows(totals).get(1);

    assertThat(plus.plan(), is("plus"));
    assertThat(plus.subscriberMonths(), is(4L));
    assertThat(plus.left(), is(1L));
    assertThat(plus.priceMinor(), is(3_000L));
    assertThat(plus.paidMinor(), is(1_600L));
    assertThat(plus.paidShare(), closeTo(1_600 / 3_000.0, 1e-12));
  }

  @Test
  void whoChangesThePlanStaysAndCountsUnderThePlanOfTheMonthsStart() {
    Counts<PlanRetentions.Plan> totals = MART.empty();
    count(
        totals,
        change("2025-12-10T00:00:00Z", "plus", "start", 1_000),
        change("2026-02-10T00:00:00Z", "metal", "upgrade", 2_000));
    List<PlanRetention> rows = rows(totals);

    assertThat(
        rows.stream().map(PlanRetention::plan).toList(), is(List.of("all", "metal", "plus")));
    assertThat(
        rows.stream().map(PlanRetention::subscriberMonths).toList(), is(List.of(6L, 4L, 2L)));
    assertThat(rows.stream().map(PlanRetention::left).toList(), is(List.of(0L, 0L, 0L)));
  }

  @Test
  void aPlanWithoutAPriceHasNoSubscribers() {
    Counts<PlanRetentions.Plan> totals = MART.empty();
    count(totals, change("2025-12-10T00:00:00Z", "free", "start", 0));

    assertThat(rows(totals), is(empty()));
  }

  @Test
  void theChurnOfAPlanIsDrawnTowardsThatOfAllPlans() {
    Counts<PlanRetentions.Plan> totals = MART.empty();
    totals.add(new PlanRetentions.Plan("all"), new long[] {999, 99, 0, 0});
    totals.add(new PlanRetentions.Plan("large"), new long[] {900, 54, 0, 0});
    totals.add(new PlanRetentions.Plan("small"), new long[] {10, 5, 0, 0});
    List<PlanRetention> rows = rows(totals);

    double all = 99.5 / 1_000;
    assertThat(rows.get(0).churn(), closeTo(all, 1e-12));
    assertThat(rows.get(1).churn(), closeTo((100 * all + 54) / 1_000, 1e-12));
    assertThat(rows.get(2).churn(), closeTo((100 * all + 5) / 110, 1e-12));
    for (PlanRetention row : rows) {
      assertThat(row.churnLower() < row.churn() && row.churn() < row.churnUpper(), is(true));
    }
    assertThat(rows.get(0).paidShare(), is(nullValue()));
  }

  @Test
  void whereNobodyLeftSomeMayStill() {
    Counts<PlanRetentions.Plan> totals = MART.empty();
    totals.add(new PlanRetentions.Plan("all"), new long[] {50, 0, 0, 0});
    PlanRetention all = rows(totals).get(0);

    assertThat(all.churn(), closeTo(0.5 / 51, 1e-12));
    assertThat(all.churnLower(), closeTo(0, 1e-3));
    assertThat(all.churnUpper(), closeTo(0.0375, 0.001));
  }

  @Test
  void ordersAndGroupsOfCustomersMakeNoDifference() {
    Counts<PlanRetentions.Plan> one = MART.empty();
    Counts<PlanRetentions.Plan> other = MART.empty();
    count(one, change("2025-12-10T00:00:00Z", "plus", "start", 1_000));
    count(other, change("2025-12-10T00:00:00Z", "metal", "start", 3_000));
    Counts<PlanRetentions.Plan> forth = MART.empty();
    forth.addAll(one);
    forth.addAll(other);
    Counts<PlanRetentions.Plan> back = MART.empty();
    back.addAll(other);
    back.addAll(one);

    assertThat(rows(forth), is(rows(back)));
  }

  private static List<PlanRetention> rows(Counts<PlanRetentions.Plan> totals) {
    return MART.rows(totals, AS_OF);
  }

  private static void count(Counts<PlanRetentions.Plan> into, RawEvent... events) {
    MART.count(CustomerAsOf.of("c1", Arrays.asList(events), AS_OF), into);
  }

  private static Subscription change(String at, String plan, String change, long price) {
    return event(
        Subscription.class,
        at,
        "subscription_id",
        "s",
        "plan",
        plan,
        "change",
        change,
        "price_minor",
        price);
  }

  private static Payment paid(String at, String status, long minor) {
    return event(Payment.class, at, "invoice_id", at, "status", status, "amount_minor", minor);
  }
}
