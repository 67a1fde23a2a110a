package io.growthline.pipelines.marts;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.event.ExchangeRate;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.TableReader;
import io.growthline.warehouse.SqlWarehouse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The currencies of the transactions that were known before a day, and the one that figures are in:
 * that of the rates, else that of most transactions. Of equals it is the first in the alphabet.
 */
final class Currencies {
  private static final String USED =
      "SELECT currency, COUNT(*) AS transactions FROM %1$s AS t WHERE %2$s AND status = 'approved'"
          + " GROUP BY currency ORDER BY transactions DESC, currency";
  private static final String RATES =
      "SELECT reporting_currency, currency, rate_on, rate,"
          + " greatest(occurred_at, ingested_at) AS known_at FROM %1$s AS t WHERE %2$s"
          + " ORDER BY reporting_currency, currency, rate_on, known_at";
  // What a statement would bill is asked without parameters, so the day is part of it.
  private static final String KNOWN =
      "occurred_at < CAST(DATE '%1$s' AS TIMESTAMP) AND ingested_at < CAST(DATE '%1$s' AS TIMESTAMP)";
  // Where the days of all transactions would bill too much, the newest tell.
  private static final int RECENT_DAYS = 31;

  private final List<Used> used;
  private final List<Rate> rates;

  private Currencies(List<Used> used, List<Rate> rates) {
    this.used = used;
    this.rates = rates;
  }

  /** A currency of transactions. */
  public record Used(String currency, long transactions) {}

  /** A row of {@code raw.exchange_rates}. */
  public record Rate(
      String reportingCurrency, String currency, LocalDate rateOn, double rate, Instant knownAt) {}

  static Currencies known(SqlWarehouse warehouse, LocalDate asOf) {
    String known = KNOWN.formatted(asOf);
    TableSpec<Transaction> transactions = TableSpec.of(Transaction.class);
    String all = USED.formatted(transactions.allRows(), known);
    String recent = USED.formatted(transactions.rowsSince(asOf.minusDays(RECENT_DAYS)), known);
    String rates = RATES.formatted(TableSpec.of(ExchangeRate.class).allRows(), known);
    TableReader tables = new SqlTables(warehouse);
    return new Currencies(
        tables.select(Used.class, warehouse.affords(all) ? all : recent, Map.of()),
        tables.select(Rate.class, rates, Map.of()));
  }

  ReportingCurrency reporting() {
    String code = code();
    return new ReportingCurrency(
        code,
        rates.stream()
            .filter(rate -> rate.reportingCurrency().equals(code))
            .map(
                rate ->
                    new ReportingCurrency.Rate(
                        rate.currency(), rate.rateOn(), rate.rate(), rate.knownAt()))
            .toList());
  }

  /** One sentence where transactions are in several currencies. */
  List<String> notes() {
    String others =
        used.stream()
            .map(Used::currency)
            .filter(currency -> !currency.equals(code()))
            .collect(Collectors.joining(", "));
    return others.isEmpty()
        ? List.of()
        : List.of(
            "Amounts are added up in %s; those in %s are converted at the rates of raw.exchange_rates. Without a rate, figures of them are withheld: see transactions_without_rate of marts.customer_360_profile."
                .formatted(code(), others));
  }

  // Rates are mostly in one currency; the first of the most frequent decides.
  private String code() {
    Map<String, Long> ofRates =
        rates.stream()
            .collect(Collectors.groupingBy(Rate::reportingCurrency, Collectors.counting()));
    return Stream.concat(
            ofRates.entrySet().stream()
                .sorted(
                    Map.Entry.<String, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey),
            used.stream().map(Used::currency))
        .findFirst()
        .orElse(ReportingCurrency.AS_WRITTEN.code());
  }
}
