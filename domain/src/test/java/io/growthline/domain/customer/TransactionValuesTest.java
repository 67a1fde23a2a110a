package io.growthline.domain.customer;

import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.transaction;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransactionValuesTest {
  private static final LocalDate AS_OF = LocalDate.parse("2026-06-01");

  /** Mean 5, squares of deviations 32 over 7: a textbook example. */
  @Test
  void meanMedianAndDeviationAreThoseOfThePurchases() {
    assertThat(
        rows(2, 4, 4, 4, 5, 5, 7, 9),
        contains(
            new MetricAvgTransactionValue(
                "c1", AS_OF, 8, 5.0, 4L, Math.sqrt(32 / 7.0), 2L, 9L, "consistent")));
  }

  @ParameterizedTest
  @CsvSource({"1 2 9, 2", "9 1 2, 2", "1 2 4 9, 3", "1 2 5 9, 3", "1 1, 1", "6, 6", "0 1, 0"})
  void theMedianIsTheMiddleOrTheMeanOfTwoRoundedDown(String amounts, long median) {
    assertThat(rows(amounts(amounts)).get(0).medianMinor(), is(median));
  }

  @Test
  void theMedianOfTheLargestAmountsDoesNotOverflow() {
    assertThat(
        TransactionValues.median(new long[] {Long.MAX_VALUE - 2, Long.MAX_VALUE}, 2),
        is(Long.MAX_VALUE - 1));
  }

  @Test
  void onePurchaseHasNoDeviation() {
    MetricAvgTransactionValue row = rows(500).get(0);

    assertThat(row.standardDeviationMinor(), is(nullValue()));
    assertThat(row.consistency(), is(nullValue()));
    assertThat(row.meanMinor(), is(500.0));
  }

  /**
   * Limits are 750 and 3,000 at a scale of 0.15; two amounts deviate by their difference over √2.
   */
  @ParameterizedTest
  @CsvSource({
    "0 1060, consistent", // 749.5
    "0 1061, moderate", // 750.2
    "0 4242, moderate", // 2,999.5
    "0 4243, variable" // 3,000.3
  })
  void theDeviationDecidesHowEvenlyACustomerSpends(String amounts, String consistency) {
    assertThat(rows(amounts(amounts)).get(0).consistency(), is(consistency));
  }

  @Test
  void refundsAndWhatWasDeclinedOrReversedAreNoPurchases() {
    assertThat(
        rows(
            event(Transaction.class, "2026-05-01T10:00:00Z", "amount_minor", -5),
            event(Transaction.class, "2026-05-02T10:00:00Z", "status", "declined"),
            event(Transaction.class, "2026-05-03T10:00:00Z", "status", "reversed")),
        is(empty()));
  }

  @Test
  void anAmountWithoutARateWithholdsAllButTheNumberOfPurchases() {
    List<RawEvent> events =
        List.of(
            transaction("2026-05-01T10:00:00Z", 10),
            event(Transaction.class, "2026-05-02T10:00:00Z", "currency", "EUR"));

    assertThat(
        new TransactionValues()
            .rows(CustomerAsOf.of("c1", events, AS_OF, new ReportingCurrency("GBP", List.of()))),
        contains(
            new MetricAvgTransactionValue("c1", AS_OF, 2, null, null, null, null, null, null)));
  }

  private static long[] amounts(String text) {
    String[] parts = text.split(" ");
    long[] amounts = new long[parts.length];
    for (int i = 0; i < parts.length; i++) {
      amounts[i] = Long.parseLong(parts[i]);
    }
    return amounts;
  }

  private static List<MetricAvgTransactionValue> rows(long... amounts) {
    List<RawEvent> events = new ArrayList<>();
    for (int i = 0; i < amounts.length; i++) {
      events.add(transaction("2026-05-%02dT10:00:00Z".formatted(i + 1), amounts[i]));
    }
    return rows(events.toArray(new RawEvent[0]));
  }

  private static List<MetricAvgTransactionValue> rows(RawEvent... events) {
    return new TransactionValues().rows(CustomerAsOf.of("c1", List.of(events), AS_OF));
  }
}
