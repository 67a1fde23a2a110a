package io.growthline.domain.customer;

import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.transaction;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpendChangesTest {
  @Test
  void eachMonthThatHasEndedIsComparedWithTheOneBefore() {
    assertThat(
        rows(
            "2026-06-30",
            transaction("2026-01-20T10:00:00Z", 200),
            transaction("2026-02-01T10:00:00Z", 100),
            transaction("2026-02-28T10:00:00Z", 200),
            transaction("2026-05-01T10:00:00Z", 40),
            transaction("2026-06-01T10:00:00Z", 900)),
        contains(
            row("2026-01-01", 200L, null, null, null),
            row("2026-02-01", 300L, 200L, 100L, 0.5),
            row("2026-03-01", 0L, 300L, -300L, -1.0),
            row("2026-04-01", 0L, 0L, 0L, null),
            row("2026-05-01", 40L, 0L, 40L, null)));
  }

  @Test
  void theMonthThatEndsWithTheDayBeforeTheAsOfDayHasEnded() {
    assertThat(
        rows("2026-02-01", transaction("2026-01-31T10:00:00Z", 5)),
        contains(row("2026-01-01", 5L, null, null, null)));
    assertThat(rows("2026-01-31", transaction("2026-01-30T10:00:00Z", 5)), is(empty()));
  }

  @Test
  void aMonthInWhichRefundsOutweighIsNoBase() {
    assertThat(
        rows(
            "2026-03-01",
            transaction("2026-01-10T10:00:00Z", -50),
            transaction("2026-02-10T10:00:00Z", 100)),
        contains(
            row("2026-01-01", -50L, null, null, null), row("2026-02-01", 100L, -50L, 150L, null)));
  }

  @Test
  void anAmountWithoutARateWithholdsItsMonthAndTheChangesFromAndToIt() {
    ReportingCurrency pounds = new ReportingCurrency("GBP", List.of());
    List<RawEvent> events =
        List.of(
            transaction("2026-01-10T10:00:00Z", 10),
            event(Transaction.class, "2026-02-10T10:00:00Z", "currency", "EUR"),
            transaction("2026-03-10T10:00:00Z", 30),
            transaction("2026-04-10T10:00:00Z", 60));

    assertThat(
        new SpendChanges()
            .rows(CustomerAsOf.of("c1", events, LocalDate.parse("2026-05-01"), pounds)),
        contains(
            row("2026-01-01", 10L, null, null, null),
            row("2026-02-01", null, 10L, null, null),
            row("2026-03-01", 30L, null, null, null),
            row("2026-04-01", 60L, 30L, 30L, 1.0)));
  }

  private static MetricMomSpendChange row(
      String month, Long spend, Long previous, Long change, Double share) {
    return new MetricMomSpendChange("c1", LocalDate.parse(month), spend, previous, change, share);
  }

  private static List<MetricMomSpendChange> rows(String asOf, RawEvent... events) {
    return new SpendChanges().rows(CustomerAsOf.of("c1", List.of(events), LocalDate.parse(asOf)));
  }
}
