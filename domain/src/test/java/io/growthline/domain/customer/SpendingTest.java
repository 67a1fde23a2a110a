package io.growthline.domain.customer;

import static io.growthline.domain.customer.Events.event;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.event.Transaction;
import io.growthline.domain.feature.CustomerFeaturesLatest;
import io.growthline.domain.feature.LatestFeatures;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** As of April 3, 2024. */
class SpendingTest {
  private static final LocalDate AS_OF = LocalDate.parse("2024-04-03");
  private static final Transaction PURCHASE = approved("1", "2024-01-05", 10_000);
  private static final Transaction REFUND = approved("2", "2024-03-20", -10_000);
  private static final Transaction SMALL = approved("3", "2024-03-21", 500);

  @Test
  void aRefundIsNoPurchaseAndLeavesWhatWasSpent() {
    Customer360Profile row = profile(PURCHASE, REFUND, SMALL);

    assertThat(row.transactionCount(), is(2L));
    assertThat(row.spendMinor(), is(500L));
    assertThat(row.averageTransactionMinor(), is(5_250.0));
  }

  @Test
  void whereRefundsOutweighPurchasesThereIsNoTrend() {
    CustomerFeaturesLatest row = features(PURCHASE, REFUND, SMALL);

    assertThat(row.spendMinor30d(), is(-9_500L));
    assertThat(row.spendMinor90d(), is(500L));
    assertThat(row.spendTrend(), is(0.0));
  }

  @Test
  void aRefundOfWhatWasBoughtEarlierRaisesTheTrendToItsEndNotBeyond() {
    CustomerFeaturesLatest row =
        features(PURCHASE, approved("2", "2024-02-01", -9_900), approved("3", "2024-03-21", 500));

    assertThat(row.spendTrend(), is(2.5));
    assertThat(
        features(PURCHASE, approved("2", "2024-02-01", -10_400), SMALL).spendTrend(), is(3.0));
  }

  @Test
  void aReversedPurchaseLeavesSpending() {
    Customer360Profile row = profile(PURCHASE, reversed("1", "2024-03-20", 10_000), SMALL);

    assertThat(row.transactionCount(), is(1L));
    assertThat(row.spendMinor(), is(500L));
    assertThat(row.daysSinceTransaction(), is(12L));
  }

  @Test
  void theSignOfAReversalOfAPurchaseMakesNoDifference() {
    assertThat(
        profile(PURCHASE, reversed("1", "2024-03-20", -10_000), SMALL),
        is(profile(PURCHASE, reversed("1", "2024-03-20", 10_000), SMALL)));
  }

  @Test
  void aReversalThatFindsNoPurchaseTakesBackItsOwnAmount() {
    Customer360Profile row = profile(PURCHASE, reversed("2", "2024-03-20", -10_000), SMALL);

    assertThat(row.transactionCount(), is(2L));
    assertThat(row.spendMinor(), is(500L));
  }

  @Test
  void aTransactionThatIsReversedFromTheStartNeverCounted() {
    Customer360Profile row = profile(reversed("1", "2024-03-20", 10_000));

    assertThat(row.transactionCount(), is(0L));
    assertThat(row.spendMinor(), is(0L));
    assertThat(row.daysSinceTransaction(), is(nullValue()));
    assertThat(row.topMerchantCategory(), is(nullValue()));
  }

  @Test
  void aReversedRefundGivesNothingBack() {
    Customer360Profile row = profile(PURCHASE, REFUND, reversed("2", "2024-03-25", -10_000));

    assertThat(row.spendMinor(), is(10_000L));
  }

  @Test
  void beforeAReversalIsKnownThePurchaseCounts() {
    Transaction late = reversed("1", "2024-03-20", 10_000);
    CustomerAsOf customer = CustomerAsOf.of("c1", List.of(PURCHASE, late), AS_OF);
    KnownEvents march = customer.knownBefore(LocalDate.parse("2024-03-01"));

    assertThat(
        Spending.of(march, march.all(Transaction.class)), is(new Spending(1, 10_000, 10_000, 0)));
    assertThat(
        Spending.of(customer.known(), customer.known().all(Transaction.class)),
        is(new Spending(0, 0, 0, 0)));
  }

  @Test
  void aFactSaysWhatItAddsToSpending() {
    CustomerAsOf customer =
        CustomerAsOf.of(
            "c1", List.of(PURCHASE, reversed("1", "2024-01-06", 10_000), REFUND, SMALL), AS_OF);

    assertThat(
        new TransactionFacts().rows(customer).stream().map(FctTransaction::spendMinor).toList(),
        is(List.of(0L, 0L, -10_000L, 500L)));
  }

  @Property
  void theTrendStaysBetweenItsBounds(@ForAll("anyTransactions") List<Transaction> transactions) {
    CustomerAsOf customer = CustomerAsOf.of("c1", transactions, AS_OF);

    new LatestFeatures()
        .rows(customer)
        .forEach(
            row ->
                assertThat(
                    row.spendTrend(), allOf(greaterThanOrEqualTo(0.0), lessThanOrEqualTo(3.0))));
  }

  @Provide
  Arbitrary<List<Transaction>> anyTransactions() {
    return Combinators.combine(
            Arbitraries.of("approved", "reversed", "declined"),
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(0, 92),
            Arbitraries.longs().between(-1_000, 1_000))
        .as(
            (status, id, daysAgo, amount) ->
                transaction(
                    status, String.valueOf(id), AS_OF.minusDays(daysAgo).toString(), amount))
        .list()
        .ofMaxSize(6);
  }

  private static Customer360Profile profile(Transaction... transactions) {
    return new Customer360().rows(CustomerAsOf.of("c1", List.of(transactions), AS_OF)).get(0);
  }

  private static CustomerFeaturesLatest features(Transaction... transactions) {
    return new LatestFeatures().rows(CustomerAsOf.of("c1", List.of(transactions), AS_OF)).get(0);
  }

  private static Transaction approved(String id, String day, long amountMinor) {
    return transaction("approved", id, day, amountMinor);
  }

  private static Transaction reversed(String id, String day, long amountMinor) {
    return transaction("reversed", id, day, amountMinor);
  }

  private static Transaction transaction(String status, String id, String day, long amountMinor) {
    return event(
        Transaction.class,
        day + "T10:00:00Z",
        "event_id",
        status + id + day,
        "transaction_id",
        id,
        "amount_minor",
        amountMinor,
        "currency",
        "GBP",
        "status",
        status);
  }
}
