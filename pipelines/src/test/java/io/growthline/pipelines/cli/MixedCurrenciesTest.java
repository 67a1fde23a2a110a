package io.growthline.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 1000 yen, 10 pounds and 1 dinar of one customer, and a penny of another. */
class MixedCurrenciesTest {
  private static final String SPENT =
      "select customer_id, transaction_count, spend_minor, transactions_without_rate"
          + " from marts.customer_360_profile order by 1";
  private static final String CURRENCIES =
      "select currency, is_reporting, transactions from marts.dim_currency order by 1";
  private static final String VOLUME =
      "select period_start, value, withheld_because from marts.kpi_values where metric = 'transaction_volume_minor'"
          + " and dimension = 'all' and grain = 'month' order by 1";

  @TempDir Path data;

  @Test
  void noSumGoesOverCurrenciesUntilTheirRatesHaveLanded() throws IOException {
    land(
        "transactions",
        spent("1", "A", "2024-03-01", 1_000, "JPY"),
        spent("2", "A", "2024-03-02", 1_000, "GBP"),
        spent("3", "A", "2024-03-03", 1_000, "KWD"),
        spent("4", "B", "2024-04-01", 1, "GBP"));

    assertThat(
        run(),
        containsString(
            "Amounts are added up in GBP; those in JPY, KWD are converted at the rates"));
    assertThat(query(CURRENCIES), is("GBP,true,2\nJPY,false,1\nKWD,false,1\n"));
    assertThat(query(SPENT), is("A,3,,2\nB,1,1,0\n"));
    assertThat(
        query(VOLUME),
        is(
            "2024-03-01,,amounts in other currencies have no rate in raw.exchange_rates\n"
                + "2024-04-01,1.0,\n"));

    // Rates go on after the last sale; they must not make its buyers look idle.
    land(
        "exchange_rates",
        rate("JPY", "2024-03-01", "0.0053"),
        rate("KWD", "2024-03-01", "2.58"),
        rate("JPY", "2024-06-01", "0.0050"));
    assertThat(run(), containsString("as of 2024-04-02"));

    assertThat(query(SPENT), is("A,3,1788,0\nB,1,1,0\n"));
    assertThat(query(VOLUME), is("2024-03-01,1788.0,\n2024-04-01,1.0,\n"));
  }

  private void land(String table, String... rows) throws IOException {
    Path folder = Files.createDirectories(data.resolve("landing").resolve(table));
    Files.writeString(folder.resolve("a.jsonl"), String.join("\n", rows));
  }

  private static String spent(
      String id, String customer, String day, long amountMinor, String currency) {
    return """
        {"event_id":"%1$s","idempotency_key":"%1$s","customer_id":"%2$s",\
        "occurred_at":"%3$sT10:00:00Z","ingested_at":"%3$sT10:00:00Z","schema_version":1,\
        "source":"t","transaction_id":"%1$s","amount_minor":%4$d,"currency":"%5$s",\
        "status":"approved"}"""
        .formatted(id, customer, day, amountMinor, currency);
  }

  private static String rate(String currency, String day, String rate) {
    return """
        {"event_id":"%1$s-%2$s","idempotency_key":"%1$s-%2$s","occurred_at":"%2$sT00:00:00Z",\
        "ingested_at":"%2$sT00:00:00Z","schema_version":1,"source":"t","currency":"%1$s",\
        "reporting_currency":"GBP","rate_on":"%2$s","rate":%3$s}"""
        .formatted(currency, day, rate);
  }

  private String run() {
    Cli cli = Cli.run("run", "--stages", "ingest,marts", "--data", data.toString());
    assertThat(cli.out() + cli.err(), cli.code(), is(0));
    return cli.out();
  }

  private String query(String sql) {
    Cli cli = Cli.run("query", "--data", data.toString(), "--format", "csv", sql);
    assertThat(cli.err(), cli.code(), is(0));
    return cli.out().substring(cli.out().indexOf('\n') + 1);
  }
}
