package io.growthline.domain.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people write beside an amount to say its currency: a sign, or the ISO 4217 code. */
final class CurrencySigns {
  private static final String TABLE =
      """
      \u20ac EUR
      \u00a3 GBP EGP FKP GIP LBP SHP SSP SYP
      $ USD ARS AUD BBD BMD BND BSD BZD CAD CLP COP CVE DOP FJD GYD HKD JMD KYD LRD MXN NAD NZD \
      SBD SGD SRD TTD TWD UYU XCD
      US$ USD
      A$ AUD
      AU$ AUD
      C$ CAD NIO
      CA$ CAD
      NZ$ NZD
      S$ SGD
      HK$ HKD
      MX$ MXN
      NT$ TWD
      R$ BRL
      \u00a5 JPY CNY
      \uffe5 JPY CNY
      \u5186 JPY
      \u5143 CNY
      \u20b9 INR
      Rs INR LKR MUR NPR PKR SCR
      Rs. INR LKR MUR NPR PKR SCR
      \u20a9 KRW KPW
      \u20bd RUB
      \u20ba TRY
      TL TRY
      \u20b4 UAH
      \u20aa ILS
      \u20ab VND
      \u20b1 PHP
      \u20a6 NGN
      \u20b5 GHS
      GH\u20b5 GHS
      \u20a1 CRC
      \u20b2 PYG
      \u20ad LAK
      \u20ae MNT
      \u20b8 KZT
      \u20bc AZN
      \u20be GEL
      \u09f3 BDT
      \u0e3f THB
      \u17db KHR
      z\u0142 PLN
      K\u010d CZK
      Ft HUF
      lei RON
      \u043b\u0432 BGN
      \u043b\u0432. BGN
      kr DKK ISK NOK SEK
      kr. DKK ISK NOK SEK
      Fr CHF
      Fr. CHF
      SFr. CHF
      Rp IDR
      RM MYR
      R ZAR
      KSh KES
      S/ PEN
      Q GTQ
      L HNL
      B/. PAB USD
      Bs BOB
      """;
  private static final Map<String, List<String>> SIGNS = read();

  private CurrencySigns() {}

  /**
   * The code and the signs of a currency, the longest first.
   *
   * @throws Functions.NoValueException when it is no ISO 4217 code
   */
  static List<String> of(String currency) {
    currency(currency);
    return SIGNS.getOrDefault(currency, List.of(currency));
  }

  static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw new Functions.NoValueException("not an ISO 4217 currency code");
    }
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> signs = new HashMap<>();
    for (String line : TABLE.lines().toList()) {
      String[] words = line.split(" ");
      for (int i = 1; i < words.length; i++) {
        signs.computeIfAbsent(words[i], code -> new ArrayList<>(List.of(code))).add(words[0]);
      }
    }
    signs.values().forEach(all -> all.sort(Comparator.comparing(String::length).reversed()));
    return signs;
  }
}
