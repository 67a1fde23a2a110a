package io.growthline.domain.customer;

import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.session;
import static io.growthline.domain.customer.Events.transaction;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Subscription;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** As of June 1, 2026; the 91 days before begin on March 2. */
class PurchaseHistoriesTest {
  private static final LocalDate AS_OF = LocalDate.parse("2026-06-01");

  @Test
  void purchasesOfOneDayAreOneAndThoseOfTheFirstAreNoRepeats() {
    PurchaseHistory row =
        of(
            transaction("2026-01-01T09:00:00Z", 1_000),
            transaction("2026-01-01T23:59:59Z", 500),
            transaction("2026-01-02T00:00:00Z", 300),
            transaction("2026-01-02T12:00:00Z", 200),
            transaction("2026-05-31T12:00:00Z", 50));

    assertThat(row.firstPurchaseOn(), is(LocalDate.parse("2026-01-01")));
    assertThat(row.lastPurchaseOn(), is(LocalDate.parse("2026-05-31")));
    assertThat(row.repeatDays(), is(2L));
    assertThat(row.repeatValueMinor(), is(550L));
    assertThat(row.spendMinor(), is(2_050L));
  }

  @Test
  void theLastNinetyOneDaysAreCountedApart() {
    PurchaseHistory row =
        of(
            transaction("2026-01-01T09:00:00Z", 1),
            transaction("2026-03-01T23:59:59Z", 1),
            transaction("2026-03-02T00:00:00Z", 1),
            transaction("2026-04-02T00:00:00Z", 1));

    assertThat(row.holdoutFrom(), is(LocalDate.parse("2026-03-02")));
    assertThat(row.calibrationRepeatDays(), is(1L));
    assertThat(row.calibrationLastPurchaseOn(), is(LocalDate.parse("2026-03-01")));
    assertThat(row.holdoutDays(), is(2L));
  }

  @Test
  void whoFirstBoughtInThoseDaysHasNothingBefore() {
    PurchaseHistory row = of(transaction("2026-05-31T09:00:00Z", 1));

    assertThat(row.calibrationRepeatDays(), is(nullValue()));
    assertThat(row.calibrationLastPurchaseOn(), is(nullValue()));
    assertThat(row.holdoutDays(), is(1L));
    assertThat(row.repeatDays(), is(0L));
    assertThat(row.repeatValueMinor(), is(0L));
  }

  @Test
  void refundsDeclinedAndReversedTransactionsAreNoPurchases() {
    PurchaseHistory row =
        of(
            transaction("2026-01-01T09:00:00Z", 1_000),
            transaction("2026-02-01T09:00:00Z", -400),
            transaction(
                "2026-02-02T09:00:00Z", 700, "declined", Instant.parse("2026-02-02T10:00:00Z")),
            event(
                Transaction.class,
                "2026-02-03T09:00:00Z",
                "transaction_id",
                "taken back",
                "amount_minor",
                900,
                "status",
                "approved"),
            event(
                Transaction.class,
                "2026-02-04T09:00:00Z",
                "transaction_id",
                "taken back",
                "amount_minor",
                900,
                "status",
                "reversed"));

    assertThat(row.repeatDays(), is(0L));
    assertThat(row.lastPurchaseOn(), is(LocalDate.parse("2026-01-01")));
    assertThat(row.spendMinor(), is(600L));
  }

  @Test
  void aRepeatPurchaseWithoutARateLeavesNoValueButItsDay() {
    ReportingCurrency pounds = new ReportingCurrency("GBP", List.of());
    Transaction dollars =
        event(
            Transaction.class,
            "2026-02-03T09:00:00Z",
            "amount_minor",
            900,
            "currency",
            "USD",
            "status",
            "approved");

    PurchaseHistory row =
        CustomerAsOf.of(
                "c1", List.of(transaction("2026-01-01T09:00:00Z", 1), dollars), AS_OF, pounds)
            .rows(new PurchaseHistories())
            .get(0);

    assertThat(row.repeatDays(), is(1L));
    assertThat(row.repeatValueMinor(), is(nullValue()));
    assertThat(row.spendMinor(), is(nullValue()));
  }

  @Test
  void plansArePaidByPaymentsThatSucceededLessRefunds() {
    PurchaseHistory row =
        of(
            transaction("2026-01-01T09:00:00Z", 1_000),
            payment("2026-01-02T09:00:00Z", 900, "succeeded"),
            payment("2026-02-02T09:00:00Z", 900, "failed"),
            payment("2026-02-03T09:00:00Z", 900, "succeeded"),
            payment("2026-02-04T09:00:00Z", 300, "refunded"),
            payment("2026-06-01T00:00:00Z", 900, "succeeded"));

    assertThat(row.paidMinor(), is(1_500L));
    assertThat(row.spendMinor(), is(1_000L));
  }

  @Test
  void whatWasNotKnownBeforeTheDayIsNotCounted() {
    PurchaseHistory row =
        of(
            transaction("2026-01-01T09:00:00Z", 1),
            transaction("2026-06-01T00:00:00Z", 1),
            transaction(
                "2026-05-01T00:00:00Z", 1, "approved", Instant.parse("2026-06-01T00:00:00Z")));

    assertThat(row.repeatDays(), is(0L));
  }

  @Test
  void whoBoughtNothingHasARowWithoutPurchases() {
    PurchaseHistory row = of(session("2026-01-01T09:00:00Z"));

    assertThat(row.hasBought(), is(false));
    assertThat(row.lastPurchaseOn(), is(nullValue()));
    assertThat(row.repeatDays(), is(0L));
    assertThat(row.spendMinor(), is(0L));
    assertThat(row.plan(), is(nullValue()));
  }

  @Test
  void onlyMonthsThatHaveEndedCountBesideCosts() {
    LocalDate midJune = LocalDate.parse("2026-06-15");
    PurchaseHistory row =
        CustomerAsOf.of(
                "c1",
                List.of(
                    transaction("2026-05-31T23:59:59Z", 1_000),
                    transaction("2026-06-01T00:00:00Z", 500),
                    payment("2026-05-31T23:59:59Z", 900, "succeeded"),
                    payment("2026-05-30T23:59:59Z", 200, "refunded"),
                    payment("2026-06-01T00:00:00Z", 900, "succeeded"),
                    event(
                        Subscription.class,
                        "2026-05-02T00:00:00Z",
                        "subscription_id",
                        "s",
                        "plan",
                        "plus",
                        "change",
                        "start",
                        "price_minor",
                        900),
                    event(
                        CustomerProfile.class,
                        "2026-05-01T00:00:00Z",
                        "account_opened_on",
                        "2026-05-01",
                        "card_type",
                        "credit")),
                midJune)
            .rows(new PurchaseHistories())
            .get(0);

    assertThat(row.endedSpendMinor(), is(1_000L));
    assertThat(row.spendMinor(), is(1_500L));
    assertThat(row.endedPaidMinor(), is(700L));
    assertThat(row.paidMinor(), is(1_600L));
    assertThat(row.plan(), is("plus"));
    assertThat(row.monthlyPriceMinor(), is(900L));
    assertThat(row.cardType(), is("credit"));
    assertThat(row.accountOpenedOn(), is(LocalDate.parse("2026-05-01")));
  }

  /** Whatever the order of events. */
  @Property(tries = 100)
  void historiesReconcileWithPurchases(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 300) Integer> daysAgo,
      @ForAll long seed) {
    List<RawEvent> events = new ArrayList<>();
    for (int i = 0; i < daysAgo.size(); i++) {
      events.add(
          transaction(AS_OF.minusDays(daysAgo.get(i)) + "T00:00:%02dZ".formatted(i), 100 + i));
    }
    Collections.shuffle(events, new Random(seed));

    PurchaseHistory row = of(events.toArray(RawEvent[]::new));

    long days = daysAgo.stream().distinct().count();
    long before = daysAgo.stream().distinct().filter(d -> d > 91).count();
    long first = daysAgo.stream().mapToLong(d -> d).max().orElseThrow();
    assertThat(row.repeatDays(), is(days - 1));
    assertThat(row.holdoutDays(), is(days - before));
    assertThat(row.firstPurchaseOn(), is(AS_OF.minusDays(first)));
    long repeatValue = 0;
    for (int i = 0; i < daysAgo.size(); i++) {
      repeatValue += daysAgo.get(i) == first ? 0 : 100 + i;
    }
    assertThat(row.repeatValueMinor(), is(repeatValue));
  }

  private static Payment payment(String at, long minor, String status) {
    return event(Payment.class, at, "invoice_id", at, "amount_minor", minor, "status", status);
  }

  private static PurchaseHistory of(RawEvent... events) {
    return CustomerAsOf.of("c1", List.of(events), AS_OF).rows(new PurchaseHistories()).get(0);
  }
}
