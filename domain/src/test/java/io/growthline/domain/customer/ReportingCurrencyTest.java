package io.growthline.domain.customer;

import static io.growthline.domain.customer.Events.event;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.customer.ReportingCurrency.Rate;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.feature.CustomerFeaturesLatest;
import io.growthline.domain.feature.LatestFeatures;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalRows;
import io.growthline.domain.metric.KpiValue;
import io.growthline.domain.metric.Kpis;
import io.growthline.domain.metric.MeasureTotals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 1000 yen, 10 pounds and 1 dinar of one customer, as of April 2, 2024. */
class ReportingCurrencyTest {
  private static final LocalDate AS_OF = LocalDate.parse("2024-04-02");
  private static final ReportingCurrency WITHOUT_RATES = new ReportingCurrency("GBP", List.of());
  private static final Transaction YEN = spent("2024-03-01", 1_000, "JPY");
  private static final Transaction POUNDS = spent("2024-03-02", 1_000, "GBP");
  private static final Transaction DINAR = spent("2024-03-03", 1_000, "KWD");

  @Test
  void amountsOfSeveralCurrenciesAreNoSum() {
    Customer360Profile row = profile(WITHOUT_RATES);

    assertThat(row.spendMinor(), is(nullValue()));
    assertThat(row.averageTransactionMinor(), is(nullValue()));
    assertThat(row.topMerchantCategory(), is(nullValue()));
    assertThat(row.transactionCount(), is(3L));
    assertThat(row.transactionsWithoutRate(), is(2L));
  }

  @Test
  void amountsWithARateAddUp() {
    // 1000 JPY are 5.30 GBP, 1 KWD is 2.58 GBP.
    Customer360Profile row =
        profile(rates(rate("JPY", "2024-03-01", 0.0053), rate("KWD", "2024-03-01", 2.58)));

    assertThat(row.spendMinor(), is(530L + 1_000L + 258L));
    assertThat(row.transactionsWithoutRate(), is(0L));
  }

  @Test
  void featuresWithoutARateAreMissing() {
    CustomerFeaturesLatest row = features(WITHOUT_RATES);

    assertThat(row.spendMinor90d(), is(nullValue()));
    assertThat(row.spendTrend(), is(nullValue()));
    assertThat(row.transactionCount90d(), is(3L));
  }

  @Test
  void aMetricIsWithheldWhereAnAmountHasNoRateAndThereAlone() {
    Kpis kpis = new Kpis();
    MeasureTotals totals = kpis.empty();
    kpis.count(customer("a", WITHOUT_RATES, YEN, POUNDS, DINAR), totals);
    kpis.count(customer("b", WITHOUT_RATES, spent("2024-04-01", 1, "GBP")), totals);

    Map<LocalDate, List<KpiValue>> volume =
        kpis.rows(totals, AS_OF).stream()
            .filter(v -> v.metric().equals("transaction_volume_minor"))
            .filter(v -> v.dimension().equals("all"))
            .collect(Collectors.groupingBy(KpiValue::periodStart));
    assertThat(volume.get(LocalDate.parse("2024-03-01")).get(0).value(), is(nullValue()));
    assertThat(volume.get(LocalDate.parse("2024-03-01")).get(0).numerator(), is(nullValue()));
    assertThat(volume.get(LocalDate.parse("2024-04-01")).get(0).value(), is(1.0));
  }

  @ParameterizedTest
  @CsvSource({
    "1000, JPY, GBP, 0.0053, 530", // no digits, two digits
    "1000, KWD, GBP, 2.58, 258", // three digits, two digits
    "530, GBP, JPY, 188.68, 1000",
    "-1000, JPY, GBP, 0.0053, -530",
    "5, EUR, GBP, 0.5, 2", // half to even
    "15, EUR, GBP, 0.5, 8",
  })
  void minorUnitsFollowTheDigitsOfBothCurrencies(
      long amount, String currency, String reporting, double rate, long minor) {
    ReportingCurrency in =
        new ReportingCurrency(reporting, List.of(rate(currency, "2024-03-01", rate)));

    assertThat(
        in.minor(spent("2024-03-01", amount, currency), Instant.MAX), is(OptionalLong.of(minor)));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-04, 200", // on its day
    "2024-03-09, 200",
    "2024-03-10, 300",
    "2024-04-09, 300", // the last of 31 days
    "2024-04-10, ",
    "2024-02-29, ", // no rate yet
  })
  void aRateHoldsUntilTheNextFor31Days(String day, Long minor) {
    ReportingCurrency in =
        new ReportingCurrency(
            "GBP", List.of(rate("USD", "2024-03-10", 3), rate("USD", "2024-03-01", 2)));

    OptionalLong found = in.minor(spent(day, 100, "USD"), Instant.MAX);

    assertThat(found.isPresent() ? (Long) found.getAsLong() : null, is(minor));
  }

  @Test
  void aRateCountsFromWhenItWasKnown() {
    Rate early = new Rate("USD", LocalDate.parse("2024-03-01"), 2, at("2024-03-01"));
    Rate corrected = new Rate("USD", LocalDate.parse("2024-03-01"), 3, at("2024-03-20"));
    ReportingCurrency in = new ReportingCurrency("GBP", List.of(corrected, early));
    Transaction spent = spent("2024-03-02", 100, "USD");

    assertThat(in.minor(spent, at("2024-03-01")), is(OptionalLong.empty()));
    assertThat(in.minor(spent, at("2024-03-10")), is(OptionalLong.of(200)));
    assertThat(in.minor(spent, at("2024-04-01")), is(OptionalLong.of(300)));
  }

  @Test
  void aCustomerWithAnAmountWithoutARateHasNoScores() {
    Rfm rfm = new Rfm();
    Customer360Profile without = profile(WITHOUT_RATES);

    CustomerRfm row = rfm.rows(without, rfm.fit(rfm.empty(), new TotalRows(), AS_OF)).get(0);

    assertThat(row.monetaryScore(), is(nullValue()));
    assertThat(row.cell(), is(nullValue()));
  }

  private static Customer360Profile profile(ReportingCurrency in) {
    return new Customer360().rows(customer("a", in, YEN, POUNDS, DINAR)).get(0);
  }

  private static CustomerFeaturesLatest features(ReportingCurrency in) {
    return new LatestFeatures()
        .rows(customer("a", in, YEN, POUNDS, spent("2024-03-20", 1_000, "KWD")))
        .get(0);
  }

  private static CustomerAsOf customer(
      String id, ReportingCurrency in, Transaction... transactions) {
    return CustomerAsOf.of(id, List.of(transactions), AS_OF, in);
  }

  private static ReportingCurrency rates(Rate... rates) {
    return new ReportingCurrency("GBP", Stream.of(rates).toList());
  }

  private static Rate rate(String currency, String day, double rate) {
    return new Rate(currency, LocalDate.parse(day), rate, at(day));
  }

  private static Instant at(String day) {
    return Instant.parse(day + "T00:00:00Z");
  }

  private static Transaction spent(String day, long amountMinor, String currency) {
    return event(
        Transaction.class,
        day + "T10:00:00Z",
        "transaction_id",
        day,
        "amount_minor",
        amountMinor,
        "currency",
        currency);
  }
}
