package io.growthline.domain.ingest;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.event.Transaction;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bank statement in euros: a letter beside an amount is read only where the mapping knows it. */
class AmountsBesideLettersTest {
  private static final String YAML =
      """
      source: bank
      format: csv
      tables:
        - table: transactions
          columns:
            event_id: "string(line)"
            idempotency_key: "string(line)"
            customer_id: "row.customer"
            occurred_at: "parseTimestamp(row.t, 'yyyy-MM-dd')"
            transaction_id: "string(line)"
            amount_minor: "minor(decimal(row.amount, '.'), 'EUR')"
            currency: "'EUR'"
            status: "'approved'"
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5k | wrong_type",
        "1.5M | wrong_type",
        "12.50 CR | wrong_type",
        "12.50 DR | wrong_type",
        "£5.00 | wrong_type",
        "JPY 1000 | wrong_type",
        "l2.50 | wrong_type",
        "€ 5.00 | 500",
        "5.00 EUR | 500"
      })
  void onlyTheMappingsOwnCurrencyMayStandBesideANumber(String amount, String result) {
    assertThat(result(YAML, amount), is(result));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"12.50 CR | 1250", "12.50 DR | -1250", "(12.50) | -1250", "£5.00 | wrong_type"})
  void theWaysOfAccountantsAreReadWhenTheMappingSaysSo(String amount, String result) {
    String yaml = YAML.replace("decimal(row.amount, '.')", "accounting(row.amount, '.', 'DR')");

    assertThat(result(yaml, amount), is(result));
  }

  private static String result(String yaml, String amount) {
    MappedRow mapped =
        SourceMapping.load("bank.yaml", yaml)
            .apply(
                Map.of("customer", "K1", "t", "2024-02-01", "amount", amount),
                1,
                "bank.csv",
                Decoded.READ_AT);
    return mapped.events().isEmpty()
        ? mapped.rejections().get(0).rejection().code().code()
        : ((Transaction) Decoded.row(mapped.events().get(0))).amountMinor() + "";
  }
}
