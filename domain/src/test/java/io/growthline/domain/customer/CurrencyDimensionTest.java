package io.growthline.domain.customer;

import static io.growthline.domain.customer.Events.event;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which currencies there are, and which of them figures are in. */
class CurrencyDimensionTest {
  private static final CurrencyDimension MART = new CurrencyDimension();
  private static final LocalDate AS_OF = LocalDate.parse("2026-06-01");
  private static final ReportingCurrency EUROS = new ReportingCurrency("EUR", List.of());

  @Test
  void transactionsAreCountedByCurrencyAndTheReportingOneIsMarked() {
    assertThat(
        rows(EUROS, in("EUR"), in("JPY"), in("EUR"), in("EUR")),
        contains(new DimCurrency("EUR", true, 2, 3), new DimCurrency("JPY", false, 0, 1)));
  }

  @Test
  void theReportingCurrencyHasARowThoughNoTransactionIsInIt() {
    assertThat(
        rows(EUROS, in("KWD")),
        contains(new DimCurrency("EUR", true, 2, 0), new DimCurrency("KWD", false, 3, 1)));
    assertThat(rows(EUROS), contains(new DimCurrency("EUR", true, 2, 0)));
  }

  @Test
  void whereNoDataNameACurrencyThereIsNone() {
    assertThat(rows(ReportingCurrency.AS_WRITTEN), is(empty()));
  }

  @Test
  void transactionsWithoutCustomerCountToo() {
    Counts<CurrencyDimension.Seen> seen = MART.empty();
    MART.count(Events.withoutCustomer(in("JPY")), EUROS, seen);

    assertThat(
        MART.rows(seen, AS_OF),
        contains(new DimCurrency("EUR", true, 2, 0), new DimCurrency("JPY", false, 0, 1)));
  }

  @Test
  void neitherOrderNorGroupingOfEventsMatters() {
    List<Transaction> transactions = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      transactions.add(in(List.of("EUR", "USD", "JPY").get(i % 3)));
    }
    List<DimCurrency> expected = rows(EUROS, transactions.toArray(Transaction[]::new));
    Collections.shuffle(transactions, new Random(1));

    assertThat(rows(EUROS, transactions.toArray(Transaction[]::new)), is(expected));
    assertThat(expected.stream().mapToLong(DimCurrency::transactions).sum(), is(40L));
    Counts<CurrencyDimension.Seen> parts = MART.empty();
    transactions.forEach(t -> parts.addAll(seen(EUROS, t)));
    assertThat(MART.rows(parts, AS_OF), is(expected));
  }

  private static Transaction in(String currency) {
    return event(Transaction.class, "2026-05-01T10:00:00Z", "currency", currency);
  }

  private static List<DimCurrency> rows(ReportingCurrency currency, Transaction... transactions) {
    return MART.rows(seen(currency, transactions), AS_OF);
  }

  private static Counts<CurrencyDimension.Seen> seen(
      ReportingCurrency currency, Transaction... transactions) {
    Counts<CurrencyDimension.Seen> seen = MART.empty();
    MART.count(CustomerAsOf.of("c1", List.of(transactions), AS_OF, currency), seen);
    return seen;
  }
}
