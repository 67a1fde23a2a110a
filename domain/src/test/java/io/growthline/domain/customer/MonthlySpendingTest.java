package io.growthline.domain.customer;

import static io.growthline.domain.customer.Events.event;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** As of April 3. */
class MonthlySpendingTest {
  private static final LocalDate AS_OF = LocalDate.parse("2026-04-03");
  private static final ReportingCurrency POUNDS = new ReportingCurrency("GBP", List.of());

  @Test
  void purchasesAndRefundsAddUpByMonthAndCategory() {
    assertThat(
        rows(
            transaction("2026-01-31T23:59:59Z", "food", 100),
            transaction("2026-02-01T00:00:00Z", "food", 200),
            transaction("2026-02-10T10:00:00Z", "food", 50),
            transaction("2026-02-11T10:00:00Z", "food", -30),
            transaction("2026-02-12T10:00:00Z", "travel", 900),
            transaction("2026-04-02T10:00:00Z", null, 7)),
        contains(
            row("2026-01-01", "food", 1, 100, 0, 0),
            row("2026-02-01", "food", 2, 250, 1, 30),
            row("2026-02-01", "travel", 1, 900, 0, 0),
            row("2026-04-01", "uncategorised", 1, 7, 0, 0)));
  }

  @Test
  void whatWasDeclinedOrReversedIsNoSpending() {
    assertThat(
        rows(
            with("2026-02-01T10:00:00Z", "status", "declined"),
            with("2026-02-02T10:00:00Z", "transaction_id", "t"),
            with("2026-03-02T10:00:00Z", "transaction_id", "t", "status", "reversed")),
        is(empty()));
  }

  @Test
  void anAmountWithoutARateWithholdsTheAmountsOfItsMonthAndCategoryAlone() {
    List<MonthlyCustomerSpending> rows =
        rows(
            with("2026-02-01T10:00:00Z", "merchant_category", "food", "currency", "GBP"),
            with("2026-02-02T10:00:00Z", "merchant_category", "food", "currency", "EUR"),
            with("2026-03-01T10:00:00Z", "merchant_category", "food", "currency", "GBP"));

    assertThat(
        rows,
        contains(
            new MonthlyCustomerSpending(
                "c1", LocalDate.parse("2026-02-01"), "food", 2, null, 0, null, null),
            row("2026-03-01", "food", 1, 10, 0, 0)));
  }

  /** What months and categories add up to is what the facts add up to. */
  @Property(tries = 200)
  void nothingIsLostOrCountedTwice(
      @ForAll @Size(max = 25) List<@From("transactions") Transaction> transactions) {
    List<Transaction> events = new ArrayList<>();
    for (int i = 0; i < transactions.size(); i++) {
      events.add(numbered(transactions.get(i), i));
    }
    CustomerAsOf customer = CustomerAsOf.of("c1", events, AS_OF, POUNDS);
    Map<LocalDate, Long> facts = new TreeMap<>();
    for (FctTransaction fact : customer.rows(new TransactionFacts())) {
      facts.merge(fact.occurredOn().withDayOfMonth(1), fact.spendMinor(), Long::sum);
    }
    facts.values().removeIf(sum -> sum == 0);
    Map<LocalDate, Long> months = new TreeMap<>();
    long purchases = 0;
    for (MonthlyCustomerSpending row : customer.rows(new MonthlySpending())) {
      months.merge(row.month(), row.spendMinor(), Long::sum);
      purchases += row.purchases();
    }
    months.values().removeIf(sum -> sum == 0);
    Map<LocalDate, Long> changes = new TreeMap<>();
    for (MetricMomSpendChange row : customer.rows(new SpendChanges())) {
      changes.put(row.month(), row.spendMinor());
    }
    changes.values().removeIf(sum -> sum == 0);
    Customer360Profile profile = customer.rows(new Customer360()).get(0);
    List<MetricAvgTransactionValue> values = customer.rows(new TransactionValues());

    assertThat(months, is(facts));
    assertThat(purchases, is(profile.transactionCount()));
    assertThat(months.values().stream().mapToLong(sum -> sum).sum(), is(profile.spendMinor()));
    assertThat(
        values.stream().mapToLong(MetricAvgTransactionValue::purchases).sum(), is(purchases));
    // The month of the as-of day has not ended.
    months.remove(AS_OF.withDayOfMonth(1));
    assertThat(changes, is(months));

    Collections.reverse(events);
    CustomerAsOf reversed = CustomerAsOf.of("c1", events, AS_OF, POUNDS);
    assertThat(reversed.rows(new MonthlySpending()), is(customer.rows(new MonthlySpending())));
    assertThat(reversed.rows(new TransactionValues()), is(values));
    assertThat(reversed.rows(new CustomerSegments()), is(customer.rows(new CustomerSegments())));
  }

  /** Some share an id, so that reversals find what they take back. */
  @Provide
  Arbitrary<Transaction> transactions() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 92),
            Arbitraries.longs().between(-500, 2_000),
            Arbitraries.of("approved", "approved", "approved", "declined", "reversed"),
            Arbitraries.of("food", "travel", "groceries", null),
            Arbitraries.of("t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8"))
        .as(
            (day, amount, status, category, id) ->
                event(
                    Transaction.class,
                    LocalDate.parse("2026-01-01").plusDays(day) + "T10:00:00Z",
                    "transaction_id",
                    id,
                    "amount_minor",
                    amount,
                    "status",
                    status,
                    "currency",
                    "GBP",
                    "merchant_category",
                    category));
  }

  private static Transaction numbered(Transaction t, int number) {
    return event(
        Transaction.class,
        t.occurredAt().toString(),
        "event_id",
        "%03d".formatted(number),
        "transaction_id",
        t.transactionId(),
        "amount_minor",
        t.amountMinor(),
        "status",
        t.status(),
        "currency",
        t.currency(),
        "merchant_category",
        t.merchantCategory());
  }

  private static MonthlyCustomerSpending row(
      String month,
      String category,
      long purchases,
      long purchasedMinor,
      long refunds,
      long refundedMinor) {
    return new MonthlyCustomerSpending(
        "c1",
        LocalDate.parse(month),
        category,
        purchases,
        purchasedMinor,
        refunds,
        refundedMinor,
        purchasedMinor - refundedMinor);
  }

  private static Transaction transaction(String at, String category, long amountMinor) {
    return event(
        Transaction.class,
        at,
        "amount_minor",
        amountMinor,
        "merchant_category",
        category,
        "currency",
        "GBP");
  }

  private static Transaction with(String at, Object... columns) {
    List<Object> all = new ArrayList<>(List.of("amount_minor", 10));
    all.addAll(List.of(columns));
    return event(Transaction.class, at, all.toArray());
  }

  private static List<MonthlyCustomerSpending> rows(RawEvent... events) {
    return CustomerAsOf.of("c1", List.of(events), AS_OF, POUNDS).rows(new MonthlySpending());
  }
}
