package io.growthline.domain.money;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Symbol where it names one currency, else the code; digits as ISO 4217 has them. */
class MoneyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GBP|129900|£1,299.00|£1,299|£1,299",
        "GBP|-1234500|−£12,345.00|−£12,345|−£12,345",
        "GBP|799|£7.99|£7.99|£7.99",
        "EUR|123456789|€1,234,567.89|€1,234,568|€1.23M",
        "USD|9999|$99.99|$99.99|$99.99",
        "JPY|0|JPY_0|JPY_0|JPY_0",
        "JPY|99|JPY_99|JPY_99|JPY_99",
        "JPY|12345|JPY_12,345|JPY_12,345|JPY_12,345",
        "JPY|2500000|JPY_2,500,000|JPY_2,500,000|JPY_2.50M",
        "KWD|12345|KWD_12.345|KWD_12.345|KWD_12.345",
        "KWD|1234500|KWD_1,234.500|KWD_1,235|KWD_1,235",
        "XYZ|799|XYZ_7.99|XYZ_7.99|XYZ_7.99",
        "''|799|7.99|7.99|7.99",
      })
  void anAmountIsWrittenInItsCurrency(
      String currency, double minor, String exact, String whole, String brief) {
    Money money = Money.of(currency);

    assertThat(money.exact(minor), is(exact.replace('_', '\u00a0')));
    assertThat(money.whole(minor), is(whole.replace('_', '\u00a0')));
    assertThat(money.brief(minor), is(brief.replace('_', '\u00a0')));
  }
}
