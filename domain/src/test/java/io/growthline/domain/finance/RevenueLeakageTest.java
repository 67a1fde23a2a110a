package io.growthline.domain.finance;

import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.session;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.event.Invoice;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Subscription;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
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

/** A plan of 7.00 from 10 January, invoiced on the 10th, due on the 17th, judged on 1 May. */
class RevenueLeakageTest {
  private static final String AS_OF = "2026-05-01";
  private static final Subscription START = start("2026-01-10", 700);

  @Test
  void whatIsInvoicedAndPaidIsNoFinding() {
    assertThat(
        found(
            AS_OF, START, cancel("2026-02-10"), invoice("i1", "2026-01-10", 700), paid("i1", 700)),
        is(empty()));
  }

  @Test
  void anInvoiceThatFailsAndIsNeverPaidIsFoundWhenTheFifteenthDayAfterItsDueDayBegins() {
    RawEvent[] events = {
      START,
      cancel("2026-01-20"),
      invoice("i1", "2026-01-10", 700),
      payment("2026-01-11T00:00:00Z", "i1", "failed", 700)
    };

    assertThat(found("2026-01-31", events), is(empty()));
    assertThat(found("2026-02-01", events), contains("failed_never_recovered i1 2026-02-01 700"));
  }

  @Test
  void anUnpaidInvoiceOfARunningSubscriptionIsFoundAlsoWhenNobodyTriedToCollectIt() {
    RawEvent[] events = {
      START, invoice("i1", "2026-01-10", 700), paid("i1", 300), invoice("i2", "2026-02-10", 700),
    };

    assertThat(
        found("2026-03-04", events),
        contains(
            "unpaid_active_subscription i1 2026-02-01 400",
            "unpaid_active_subscription i2 2026-03-04 700"));
  }

  @Test
  void withoutAnyKnownPaymentNothingIsSaidAboutPayment() {
    assertThat(found("2026-02-05", START, invoice("i1", "2026-01-10", 700)), is(empty()));
  }

  @Test
  void aSecondChargeIsFoundUntilItIsGivenBackAndWhatIsGivenBackBeyondItIsARefund() {
    List<RawEvent> events =
        new ArrayList<>(
            List.of(
                START,
                cancel("2026-02-10"),
                invoice("i1", "2026-01-10", 700),
                payment("2026-01-11T00:00:00Z", "i1", "succeeded", 700),
                payment("2026-01-12T00:00:00Z", "i1", "succeeded", 700)));
    assertThat(found(AS_OF, events), contains("duplicate_charge i1 2026-01-12 700"));

    events.add(payment("2026-01-13T00:00:00Z", "i1", "refunded", 700));
    assertThat(found(AS_OF, events), is(empty()));

    events.add(payment("2026-01-14T00:00:00Z", "i1", "refunded", 200));
    assertThat(found(AS_OF, events), contains("refund i1 2026-01-14 200"));
  }

  @Test
  void instalmentsAreNoDuplicates() {
    assertThat(
        found(
            AS_OF,
            START,
            cancel("2026-02-10"),
            invoice("i1", "2026-01-10", 700),
            payment("2026-01-11T00:00:00Z", "i1", "succeeded", 300),
            payment("2026-01-12T00:00:00Z", "i1", "succeeded", 400)),
        is(empty()));
  }

  @Test
  void onePaymentAboveTheInvoiceIsNoSecondCharge() {
    assertThat(
        found(
            AS_OF, START, cancel("2026-02-10"), invoice("i1", "2026-01-10", 700), paid("i1", 900)),
        is(empty()));
  }

  @Test
  void afterAnUpgradeAnInvoiceAtThePriceBeforeIsFound() {
    assertThat(
        found(
            AS_OF,
            START,
            change("2026-02-01", "upgrade", 1_500),
            cancel("2026-03-10"),
            invoice("i1", "2026-01-10", 700),
            paid("i1", 700),
            invoice("i2", "2026-02-10", 700),
            paid("i2", 700)),
        contains("under_billed_plan_change i2 2026-02-10 800"));
  }

  @Test
  void anInvoiceOfAPeriodThatBeganBeforeTheUpgradeMayAskForThePriceBefore() {
    assertThat(
        found(
            AS_OF,
            START,
            change("2026-01-15", "upgrade", 1_500),
            cancel("2026-02-10"),
            issued("i1", "2026-01-20T00:00:00Z", "2026-01-10", 700),
            paid("i1", 700)),
        is(empty()));
  }

  @Test
  void whatIsLessForAnotherReasonIsNoFinding() {
    assertThat(
        found(
            AS_OF, START, cancel("2026-02-10"), invoice("i1", "2026-01-10", 650), paid("i1", 650)),
        is(empty()));
  }

  @Test
  void aDiscountIsFoundFromThePeriodThatBeginsAfterItsLastDay() {
    assertThat(
        found(
            AS_OF,
            discounted("2026-01-10", 700, 200, "2026-02-10"),
            cancel("2026-04-10"),
            invoice("i1", "2026-01-10", 500),
            paid("i1", 500),
            invoice("i2", "2026-02-10", 500),
            paid("i2", 500),
            invoice("i3", "2026-03-10", 500),
            paid("i3", 500)),
        contains("discount_past_end i3 2026-03-10 200"));
  }

  @Test
  void aForgottenDiscountAtAnEarlierPriceIsTwoFindingsThatAddUp() {
    assertThat(
        found(
            AS_OF,
            discounted("2026-01-10", 700, 200, "2026-02-09"),
            change("2026-02-09", "upgrade", 1_500),
            cancel("2026-03-10"),
            invoice("i1", "2026-01-10", 500),
            paid("i1", 500),
            invoice("i2", "2026-02-10", 500),
            paid("i2", 500)),
        containsInAnyOrder(
            "discount_past_end i2 2026-02-10 200", "under_billed_plan_change i2 2026-02-10 800"));
  }

  @Test
  void aMonthWithoutAnInvoiceIsFoundWhenTheCustomerUsedTheBankInIt() {
    RawEvent[] events = {
      START,
      cancel("2026-04-10"),
      invoice("i1", "2026-01-10", 700),
      paid("i1", 700),
      session("2026-02-20T00:00:00Z"),
      invoice("i3", "2026-03-10", 700),
      paid("i3", 700)
    };

    assertThat(
        found(AS_OF, events), contains("usage_without_billing s1 2026-02-10 2026-02-25 700"));
    events[4] = session("2026-03-20T00:00:00Z");
    assertThat(found(AS_OF, events), is(empty()));
  }

  @Test
  void anInvoiceMayBeFourteenDaysLate() {
    RawEvent[] events = {
      START, invoice("i1", "2026-01-10", 700), paid("i1", 700), session("2026-02-11T00:00:00Z")
    };

    assertThat(found("2026-02-24", events), is(empty()));
    assertThat(
        found("2026-02-25", events),
        contains("usage_without_billing s1 2026-02-10 2026-02-25 700"));
  }

  @Test
  void nothingIsDueForTheMonthThatBeginsWithTheCancellation() {
    assertThat(
        found(
            AS_OF,
            START,
            cancel("2026-02-10"),
            invoice("i1", "2026-01-10", 700),
            paid("i1", 700),
            session("2026-02-10T00:00:00Z")),
        is(empty()));
  }

  /** Findings about payments are what invoices lack and payments have too much, once. */
  @Property(tries = 300)
  void moneyOfPaymentsIsNeitherLostNorFoundTwice(
      @ForAll @Size(max = 4) List<@Size(max = 6) List<@From("payments") Payment>> invoices,
      @ForAll Random random) {
    List<RawEvent> events = new ArrayList<>(List.of(START));
    long missing = 0;
    long excess = 0;
    long refunded = 0;
    for (int i = 0; i < invoices.size(); i++) {
      String id = "i" + i;
      events.add(invoice(id, LocalDate.parse("2026-01-10").plusMonths(i).toString(), 700));
      long paid = 0;
      long successes = 0;
      long returned = 0;
      int n = 0;
      for (Payment payment : invoices.get(i)) {
        String at = "2026-04-1" + n++ + "T00:00:00Z";
        events.add(payment(at, id, payment.status(), payment.amountMinor()));
        paid += payment.succeeded() ? payment.amountMinor() : 0;
        successes += payment.succeeded() ? 1 : 0;
        returned += payment.refunded() ? payment.amountMinor() : 0;
      }
      boolean overdue = i < 3; // the fourth is due on 17 April
      missing += overdue ? Math.max(0, 700 - paid) : 0;
      excess += successes > 1 ? Math.max(0, paid - 700) : 0;
      refunded += returned;
    }
    boolean any = events.stream().anyMatch(Payment.class::isInstance);
    Collections.shuffle(events, random);
    List<LeakageFinding> findings = rows(AS_OF, events);

    assertThat(sum(findings, "unpaid_active_subscription"), is(any ? missing : 0));
    assertThat(sum(findings, "duplicate_charge") - sum(findings, "refund"), is(excess - refunded));
    assertThat(
        new HashSet<>(findings.stream().map(LeakageFinding::findingId).toList()).size(),
        is(findings.size()));
    Collections.shuffle(events, random);
    assertThat(rows(AS_OF, events), is(findings));
  }

  @Provide
  Arbitrary<Payment> payments() {
    return Combinators.combine(
            Arbitraries.of("succeeded", "succeeded", "failed", "refunded"),
            Arbitraries.of(100L, 300L, 700L))
        .as((status, minor) -> payment("2026-04-10T00:00:00Z", "i", status, minor));
  }

  private static long sum(List<LeakageFinding> findings, String kind) {
    return findings.stream()
        .filter(f -> f.kind().equals(kind))
        .mapToLong(LeakageFinding::amountMinor)
        .sum();
  }

  private static List<String> found(String asOf, RawEvent... events) {
    return found(asOf, List.of(events));
  }

  private static List<String> found(String asOf, List<RawEvent> events) {
    return rows(asOf, events).stream()
        .map(f -> f.findingId() + " " + f.foundOn() + " " + f.amountMinor())
        .toList();
  }

  private static List<LeakageFinding> rows(String asOf, List<RawEvent> events) {
    return CustomerAsOf.of("c1", events, LocalDate.parse(asOf)).rows(new RevenueLeakage());
  }

  private static Subscription start(String day, long price) {
    return change(day, "start", price);
  }

  private static Subscription change(String day, String change, long price) {
    return event(
        Subscription.class,
        day + "T00:00:00Z",
        "subscription_id",
        "s1",
        "change",
        change,
        "price_minor",
        price);
  }

  private static Subscription discounted(String day, long price, long discount, String endsOn) {
    return event(
        Subscription.class,
        day + "T00:00:00Z",
        "subscription_id",
        "s1",
        "change",
        "start",
        "price_minor",
        price,
        "discount_minor",
        discount,
        "discount_ends_on",
        endsOn);
  }

  private static Subscription cancel(String day) {
    return change(day, "cancel", 0);
  }

  private static Invoice invoice(String id, String period, long minor) {
    return issued(id, period + "T06:00:00Z", period, minor);
  }

  private static Invoice issued(String id, String at, String period, long minor) {
    return event(
        Invoice.class,
        at,
        "invoice_id",
        id,
        "subscription_id",
        "s1",
        "period_start",
        period,
        "due_on",
        LocalDate.parse(period).plusDays(7).toString(),
        "amount_minor",
        minor);
  }

  private static Payment paid(String invoice, long minor) {
    return payment("2026-01-11T00:00:00Z", invoice, "succeeded", minor);
  }

  private static Payment payment(String at, String invoice, String status, long minor) {
    return event(
        Payment.class,
        at,
        "event_id",
        at + invoice,
        "payment_id",
        at + invoice,
        "invoice_id",
        invoice,
        "status",
        status,
        "amount_minor",
        minor);
  }
}
