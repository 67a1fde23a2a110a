package io.growthline.domain.finance;

import static io.growthline.domain.customer.Events.event;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.event.Payment;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
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

class DunningTest {
  private static final Dunning MART = new Dunning();
  private static final LocalDate APRIL = LocalDate.parse("2026-04-01");
  private static final LocalDate JANUARY = LocalDate.parse("2026-01-01");

  @Test
  void eachFailedAttemptIsFollowedUntilItIsPaid() {
    assertThat(
        rows(
            failed("i1", "2026-01-10", "expired_card", 700, 1L),
            failed("i1", "2026-01-13", "expired_card", 700, 2L),
            paid("i1", "2026-01-16", 700),
            failed("i2", "2026-01-10", "expired_card", 500, 1L),
            paid("i2", "2026-01-13", 500)),
        contains(
            new DunningMonth(
                JANUARY, "expired_card", 1, 2, 2, 2, 0, 0, 1.0, 1_200, 1_200, 0, 0, 4.5, 4.5),
            new DunningMonth(
                JANUARY, "expired_card", 2, 1, 1, 1, 0, 0, 1.0, 700, 700, 0, 0, 3.0, 3.0)));
  }

  @Test
  void whatIsNotPaidIsOutstandingForSixtyDaysAndThenWrittenOff() {
    assertThat(
        rows(
            failed("i1", "2026-01-31", null, 700, null),
            failed("i2", "2026-02-01", null, 700, null),
            failed("i3", "2026-02-01", null, 700, null),
            paid("i3", "2026-02-10", 200)),
        contains(
            new DunningMonth(JANUARY, "unknown", 1, 1, 0, 0, 0, 1, 0.0, 700, 0, 0, 700, null, null),
            new DunningMonth(
                LocalDate.parse("2026-02-01"),
                "unknown",
                1,
                2,
                1,
                0,
                2,
                0,
                0.0,
                1_400,
                200,
                1_200,
                0,
                null,
                null)));
  }

  @Test
  void attemptsAreCountedWhereTheSourceDoesNotNumberThem() {
    List<DunningMonth> rows =
        rows(
            failed("i1", "2026-01-10", "x", 700, null), failed("i1", "2026-01-13", "x", 700, null));

    assertThat(rows.stream().map(DunningMonth::attempt).toList(), contains(1L, 2L));
  }

  @Test
  void theMedianOfThreeIsTheOneInTheMiddle() {
    List<DunningMonth> rows =
        rows(
            failed("i1", "2026-01-10", "x", 1, 1L),
            paid("i1", "2026-01-11", 1),
            failed("i2", "2026-01-10", "x", 1, 1L),
            paid("i2", "2026-01-12", 1),
            failed("i3", "2026-01-10", "x", 1, 1L),
            paid("i3", "2026-01-22", 1));

    assertThat(rows.get(0).medianDaysToRecover(), is(2.0));
    assertThat(rows.get(0).meanDaysToRecover(), is(5.0));
  }

  @Test
  void whatFailedAndSucceededAtOneInstantIsPaid() {
    assertThat(
        rows(failed("i1", "2026-01-10", "x", 700, 1L), paid("i1", "2026-01-10", 700))
            .get(0)
            .recovered(),
        is(1L));
  }

  @Test
  void aMonthThatHasNotEndedHasNoRow() {
    assertThat(rows(failed("i1", "2026-04-01", "x", 700, 1L)), is(empty()));
    Counts<Dunning.Failure> totals = MART.empty();
    MART.count(
        CustomerAsOf.of(
            "c1", List.of(failed("i1", "2026-03-02", "x", 700, 1L)), LocalDate.parse("2026-03-31")),
        totals);
    assertThat(totals.isEmpty(), is(true));
  }

  @Property(tries = 300)
  void nothingThatFailedIsLostOrCountedTwice(
      @ForAll @Size(max = 12) List<@From("payments") Payment> payments, @ForAll Random random) {
    List<DunningMonth> rows = rows(payments.toArray(Payment[]::new));
    long failed = 0;
    long minor = 0;
    for (Payment payment : payments) {
      failed += payment.failed() ? 1 : 0;
      minor += payment.failed() ? payment.amountMinor() : 0;
    }
    assertThat(rows.stream().mapToLong(DunningMonth::failed).sum(), is(failed));
    assertThat(rows.stream().mapToLong(DunningMonth::failedMinor).sum(), is(minor));
    for (DunningMonth r : rows) {
      assertThat(r.recovered() + r.outstanding() + r.writtenOff(), is(r.failed()));
      assertThat(
          r.recoveredMinor() + r.outstandingMinor() + r.writtenOffMinor(), is(r.failedMinor()));
      assertThat(r.writtenOff() >= 0 && r.writtenOffMinor() >= 0, is(true));
    }
    List<Payment> shuffled = new ArrayList<>(payments);
    Collections.shuffle(shuffled, random);
    assertThat(rows(shuffled.toArray(Payment[]::new)), is(rows));
  }

  @Provide
  Arbitrary<Payment> payments() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 89),
            Arbitraries.of("i1", "i2"),
            Arbitraries.of("failed", "failed", "succeeded", "refunded"),
            Arbitraries.of(100L, 700L),
            Arbitraries.of(1L, 2L, null))
        .as(
            (day, invoice, status, minor, attempt) ->
                payment(invoice, JANUARY.plusDays(day).toString(), status, "x", minor, attempt));
  }

  private static List<DunningMonth> rows(Payment... payments) {
    Counts<Dunning.Failure> totals = MART.empty();
    MART.count(CustomerAsOf.of("c1", List.of(payments), APRIL), totals);
    return MART.rows(totals, APRIL);
  }

  private static Payment failed(
      String invoice, String day, String reason, long minor, Long attempt) {
    return payment(invoice, day, "failed", reason, minor, attempt);
  }

  private static Payment paid(String invoice, String day, long minor) {
    return payment(invoice, day, "succeeded", null, minor, null);
  }

  private static Payment payment(
      String invoice, String day, String status, String reason, long minor, Long attempt) {
    return event(
        Payment.class,
        day + "T00:00:00Z",
        "invoice_id",
        invoice,
        "status",
        status,
        "failure_reason",
        reason,
        "amount_minor",
        minor,
        "attempt",
        attempt);
  }
}
