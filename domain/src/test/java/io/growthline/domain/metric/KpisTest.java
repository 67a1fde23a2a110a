package io.growthline.domain.metric;

import static io.growthline.domain.customer.Events.answer;
import static io.growthline.domain.customer.Events.contact;
import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.payment;
import static io.growthline.domain.customer.Events.profile;
import static io.growthline.domain.customer.Events.session;
import static io.growthline.domain.customer.Events.spend;
import static io.growthline.domain.customer.Events.subscription;
import static io.growthline.domain.customer.Events.transaction;
import static io.growthline.domain.customer.Events.withoutCustomer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Subscription;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.simulate.Simulated;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KpisTest {
  private static final LocalDate APRIL = LocalDate.parse("2026-04-01");

  @Test
  void exactlyTheMetricsOfTheCatalogueAreComputed() {
    Kpis kpis = new Kpis();
    MeasureTotals totals = kpis.empty();
    Map<String, List<RawEvent>> customers =
        Simulated.customers(60, 7).events().stream()
            .filter(event -> event.customerId() != null)
            .collect(
                Collectors.groupingBy(RawEvent::customerId, TreeMap::new, Collectors.toList()));
    LocalDate end = Simulated.YEAR.end();
    customers.forEach((id, events) -> kpis.count(CustomerAsOf.of(id, events, end), totals));
    kpis.count(spend("2026-01-02T00:00:00Z", "North", 5), ReportingCurrency.AS_WRITTEN, totals);

    assertThat(
        names(kpis.rows(totals, end)),
        is(
            MetricCatalogue.standard().metrics().stream()
                .map(Metric::name)
                .collect(Collectors.toSet())));
    assertThat(
        new Kpis(new MetricCatalogue("1", List.of(), List.of())).rows(totals, end), is(empty()));
  }

  @Test
  void valuesOfOneCustomerCanBeCheckedByHand() {
    List<KpiValue> values =
        standard(
            "2026-01-21",
            customer(
                transaction("2026-01-05T00:00:00Z", 100),
                transaction("2026-01-06T00:00:00Z", 250)));

    assertThat(value(values, "transaction_volume_minor", "2026-01-01"), is(350.0));
    assertThat(value(values, "transactions_per_active_customer", "2026-01-01"), is(2.0));
    assertThat(value(values, "new_customers", "2026-01-01"), is(1.0));
    assertThat(value(values, "complaint_rate", "2026-01-01"), is(nullValue()));
    assertThat(
        find(values, "complaint_rate", "2026-01-01").withheldBecause(),
        is("no events in raw.support_contacts"));
  }

  @Test
  void aPeriodIsCompleteWhenItHasEndedAndTheMetricHasMatured() {
    List<KpiValue> values =
        standard(
            "2026-02-03",
            customer(
                profile("2026-01-10T00:00:00Z", "north", "2026-01-10"),
                subscription("2026-01-10T00:00:00Z", "start", 500),
                transaction("2026-01-20T00:00:00Z", 100),
                session("2025-12-30T00:00:00Z")));

    assertThat(complete(values, "transactions_per_active_customer", "2026-01-01"), is(true));
    assertThat(complete(values, "transactions_per_active_customer", "2026-02-01"), is(false));
    assertThat(complete(values, "churn_rate", "2026-01-01"), is(true));
    assertThat(
        complete(
            standard("2026-02-02", customer(session("2025-12-30T00:00:00Z"))),
            "churn_rate",
            "2025-12-01"),
        is(true));
    assertThat(
        complete(
            standard("2026-02-02", customer(session("2025-12-30T00:00:00Z"))),
            "churn_rate",
            "2026-01-01"),
        is(false));
  }

  @Test
  void aCustomerCountsUnderTheRegionAtThePeriodsEnd() {
    List<KpiValue> values =
        standard(
            "2026-04-01",
            customer(
                session("2026-01-05T00:00:00Z"),
                profile("2026-02-10T00:00:00Z", "north", "2026-01-05"),
                session("2026-02-20T00:00:00Z"),
                session("2026-03-02T00:00:00Z"),
                profile("2026-03-31T23:00:00Z", "south", "2026-01-05")));

    assertThat(
        values.stream()
            .filter(v -> v.metric().equals("active_customers") && v.grain().equals("month"))
            .filter(v -> v.dimension().equals("region"))
            .map(v -> v.periodStart().getMonthValue() + " " + v.dimensionValue() + " " + v.value())
            .toList(),
        contains(
            "1 unknown 1.0",
            "2 north 1.0",
            "2 unknown 0.0",
            "3 north 0.0",
            "3 south 1.0",
            "3 unknown 0.0"));
  }

  @Test
  void weeksAndQuartersCountACustomerOnce() {
    List<KpiValue> values =
        standard(
            "2026-04-01",
            customer(session("2026-01-05T00:00:00Z"), session("2026-01-11T23:59:59Z")),
            customer(session("2026-02-02T00:00:00Z"), session("2026-03-02T00:00:00Z")));

    assertThat(
        periods(values, "week").stream().filter(p -> !p.endsWith(" 0.0")).toList(),
        contains("2026-01-05 1.0", "2026-02-02 1.0", "2026-03-02 1.0"));
    assertThat(
        periods(values, "month"), contains("2026-01-01 1.0", "2026-02-01 1.0", "2026-03-01 1.0"));
    assertThat(periods(values, "quarter"), contains("2026-01-01 2.0"));
  }

  @Test
  void anAccountOpenedBeforeTheFirstEventCountsInItsOwnMonth() {
    List<KpiValue> values =
        standard("2026-04-01", customer(profile("2026-03-10T00:00:00Z", "north", "2019-07-05")));

    assertThat(value(values, "new_customers", "2019-07-01"), is(1.0));
    assertThat(value(values, "new_customers", "2026-03-01"), is(0.0));
  }

  @Test
  void eachMeasureCountsWhatItsDescriptionSays() {
    List<KpiValue> values =
        standard(
            "2026-04-01",
            customer(
                payment("2026-03-01T00:00:00Z", "succeeded", 1_000),
                payment("2026-03-02T00:00:00Z", "failed", 5_000),
                payment("2026-03-03T00:00:00Z", "succeeded", 400),
                payment("2026-03-04T00:00:00Z", "refunded", 300),
                contact("2026-03-05T00:00:00Z", true),
                contact("2026-03-06T00:00:00Z", false),
                answer("2026-03-07T00:00:00Z", 9),
                answer("2026-03-08T00:00:00Z", 10),
                answer("2026-03-09T00:00:00Z", 7),
                answer("2026-03-10T00:00:00Z", 6),
                subscription("2026-03-11T00:00:00Z", "start", 700),
                transaction("2026-03-12T00:00:00Z", 1),
                transaction("2026-03-13T00:00:00Z", 2)));

    assertThat(value(values, "average_revenue_per_user_minor", "2026-03-01"), is(1_100.0));
    assertThat(value(values, "payment_failure_rate", "2026-03-01"), is(1.0 / 3));
    assertThat(value(values, "refund_rate", "2026-03-01"), is(0.5));
    assertThat(value(values, "complaint_rate", "2026-03-01"), is(1.0));
    assertThat(value(values, "nps", "2026-03-01"), is(25.0));
    assertThat(value(values, "monthly_recurring_revenue_minor", "2026-03-01"), is(700.0));
    assertThat(value(values, "transaction_volume_minor", "2026-03-01"), is(3.0));
  }

  @Test
  void spendWithoutCustomersCountsUnderItsOwnRegionAndMakesAcquisitionCosts() {
    Kpis kpis = new Kpis();
    MeasureTotals totals = kpis.empty();
    count(kpis, totals, profile("2026-03-10T00:00:00Z", "north", "2026-03-10"));
    kpis.count(spend("2026-03-01T00:00:00Z", "north", 900), ReportingCurrency.AS_WRITTEN, totals);
    kpis.count(spend("2026-03-02T00:00:00Z", null, 100), ReportingCurrency.AS_WRITTEN, totals);
    kpis.count(spend("2026-02-02T00:00:00Z", "north", 50), ReportingCurrency.AS_WRITTEN, totals);

    List<KpiValue> values = kpis.rows(totals, APRIL);

    assertThat(
        values.stream()
            .filter(v -> v.metric().equals("customer_acquisition_cost_minor"))
            .map(v -> v.periodStart().getMonthValue() + " " + v.dimensionValue() + " " + v.value())
            .toList(),
        contains("2 all null", "2 north null", "3 all 1000.0", "3 north 900.0", "3 unknown null"));
  }

  @Test
  void volumeIsTheSumOfAllApprovedTransactionsAlsoOfThoseThatNameNoCustomer() {
    Kpis kpis = new Kpis();
    MeasureTotals totals = kpis.empty();
    count(kpis, totals, transaction("2026-03-01T10:00:00Z", 1_000));
    kpis.count(
        withoutCustomer(transaction("2026-03-02T10:00:00Z", 5_000)),
        ReportingCurrency.AS_WRITTEN,
        totals);
    kpis.count(
        withoutCustomer(declined("2026-03-03T10:00:00Z", 70)),
        ReportingCurrency.AS_WRITTEN,
        totals);

    List<KpiValue> values = kpis.rows(totals, APRIL);

    assertThat(
        values.stream()
            .filter(v -> v.metric().equals("transaction_volume_minor"))
            .map(v -> v.dimension() + " " + v.dimensionValue() + " " + v.value())
            .toList(),
        contains("all all 6000.0", "income_segment unknown 6000.0", "region unknown 6000.0"));
    assertThat(find(values, "transaction_volume_minor", "2026-03-01").rowsLeftOut(), is(0L));
  }

  @Test
  void aFigureAboutCustomersSaysHowManyRowsItLeavesOut() {
    Kpis kpis = new Kpis();
    MeasureTotals totals = kpis.empty();
    count(
        kpis,
        totals,
        transaction("2026-03-01T00:00:00Z", 1_000),
        payment("2026-03-01T00:00:00Z", "succeeded", 400),
        subscription("2026-03-01T00:00:00Z", "start", 500),
        contact("2026-03-01T00:00:00Z", true));
    for (RawEvent event :
        List.of(
            transaction("2026-03-02T00:00:00Z", 5_000),
            declined("2026-03-02T00:00:00Z", 70),
            session("2026-03-02T00:00:00Z"),
            payment("2026-03-02T00:00:00Z", "succeeded", 100),
            payment("2026-03-02T00:00:00Z", "failed", 100),
            subscription("2026-03-02T00:00:00Z", "start", 500),
            contact("2026-03-02T00:00:00Z", true),
            contact("2026-03-02T00:00:00Z", false),
            profile("2026-03-02T00:00:00Z", "north", "2026-03-02"))) {
      kpis.count(withoutCustomer(event), ReportingCurrency.AS_WRITTEN, totals);
    }

    List<KpiValue> values = kpis.rows(totals, APRIL);

    assertThat(valueAndLeftOut(values, "active_customers"), is("1.0 3"));
    assertThat(valueAndLeftOut(values, "new_customers"), is("1.0 1"));
    assertThat(valueAndLeftOut(values, "monthly_recurring_revenue_minor"), is("500.0 1"));
    assertThat(valueAndLeftOut(values, "average_revenue_per_user_minor"), is("400.0 1"));
    assertThat(valueAndLeftOut(values, "transactions_per_active_customer"), is("1.0 1"));
    assertThat(valueAndLeftOut(values, "complaint_rate"), is("1.0 1"));
    assertThat(valueAndLeftOut(values, "payment_failure_rate"), is(1.0 / 3 + " 0"));
  }

  private static RawEvent declined(String at, long amountMinor) {
    return transaction(at, amountMinor, "declined", Instant.parse(at).plusSeconds(1));
  }

  private static RawEvent change(String at, String subscription, String change, long priceMinor) {
    return event(
        Subscription.class,
        at,
        "subscription_id",
        subscription,
        "plan",
        "p",
        "change",
        change,
        "price_minor",
        priceMinor);
  }

  private static String valueAndLeftOut(List<KpiValue> values, String metric) {
    KpiValue value = find(values, metric, "2026-03-01");
    return value.value() + " " + value.rowsLeftOut();
  }

  @Test
  void rowsAreLeftOutOfTheirOwnPeriodAndTheUnknownDimensionValue() {
    Kpis kpis = new Kpis();
    MeasureTotals totals = kpis.empty();
    count(kpis, totals, profile("2026-02-01T00:00:00Z", "north", "2026-02-01"));
    kpis.count(
        withoutCustomer(session("2026-03-02T00:00:00Z")), ReportingCurrency.AS_WRITTEN, totals);

    assertThat(
        kpis.rows(totals, APRIL).stream()
            .filter(v -> v.metric().equals("active_customers") && v.grain().equals("month"))
            .filter(v -> v.rowsLeftOut() > 0)
            .map(
                v ->
                    v.periodStart().getMonthValue()
                        + " "
                        + v.dimension()
                        + " "
                        + v.dimensionValue())
            .toList(),
        contains("3 all all", "3 income_segment unknown", "3 region unknown"));
  }

  @Test
  void aSumOfOneMonthAndTheNextButOneIsZeroInBetweenAndUpToTheAsOfDay() {
    List<KpiValue> values =
        standard(
            "2024-08-11",
            customer(
                change("2024-01-10T00:00:00Z", "z", "start", 1_000),
                change("2024-02-10T00:00:00Z", "z", "cancel", 1_000),
                change("2024-06-10T00:00:00Z", "z2", "start", 1_000),
                change("2024-07-10T00:00:00Z", "z2", "upgrade", 2_000),
                change("2024-08-10T00:00:00Z", "z2", "cancel", 2_000)));

    assertThat(
        months(values, "monthly_recurring_revenue_minor"),
        contains("1 1000.0", "2 0.0", "3 0.0", "4 0.0", "5 0.0", "6 1000.0", "7 2000.0", "8 0.0"));
    assertThat(
        months(values, "recurring_revenue_growth"),
        contains("1 null", "2 -1.0", "3 null", "4 null", "5 null", "6 null", "7 1.0", "8 -1.0"));
  }

  @Test
  void aMonthInWhichNobodyIsActiveIsZeroAndAShareOfNobodyIsAbsent() {
    List<KpiValue> values =
        standard(
            "2026-04-01",
            customer(
                transaction("2026-01-05T00:00:00Z", 5), transaction("2026-03-05T00:00:00Z", 5)));

    assertThat(months(values, "active_customers"), contains("1 1.0", "2 0.0", "3 1.0"));
    assertThat(months(values, "transaction_volume_minor"), contains("1 5.0", "2 0.0", "3 5.0"));
    assertThat(months(values, "new_customers"), contains("1 1.0", "2 0.0", "3 0.0"));
    assertThat(value(values, "transactions_per_active_customer", "2026-02-01"), is(nullValue()));
  }

  @Test
  void churnCountsFromSubscriptionsWhereThereIsNoSourceOfActivity() {
    List<KpiValue> values = standard("2024-04-02", subscribers());

    assertThat(months(values, "churn_rate"), contains("1 null", "2 0.25", "3 0.0", "4 null"));
    assertThat(find(values, "churn_rate", "2024-02-01").numerator(), is(1.0));
    assertThat(find(values, "churn_rate", "2024-02-01").denominator(), is(4.0));
    assertThat(find(values, "churn_rate", "2024-03-01").denominator(), is(3.0));
    assertThat(find(values, "churn_rate", "2024-02-01").withheldBecause(), is(nullValue()));
  }

  @Test
  void whatHasNoSourceOfActivityIsWithheldWithTheReasonAndNeverZero() {
    List<KpiValue> values = standard("2024-04-02", subscribers());

    for (String metric :
        List.of(
            "active_customers",
            "average_revenue_per_user_minor",
            "transactions_per_active_customer",
            "activation_rate_d7")) {
      assertThat(months(values, metric), contains("1 null", "2 null", "3 null", "4 null"));
    }
    assertThat(
        find(values, "active_customers", "2024-02-01").withheldBecause(),
        is("no events in raw.transactions or raw.sessions or raw.feature_uses"));
    assertThat(value(values, "monthly_recurring_revenue_minor", "2024-02-01"), is(3_000.0));
  }

  @Test
  void churnCountsFromActivityAsSoonAsAnybodyWasActive() {
    Customer[] customers = subscribers();
    customers[3] = customer(session("2024-01-20T00:00:00Z"), session("2024-02-20T00:00:00Z"));

    List<KpiValue> values = standard("2024-04-02", customers);

    assertThat(find(values, "churn_rate", "2024-02-01").denominator(), is(1.0));
    assertThat(value(values, "churn_rate", "2024-02-01"), is(0.0));
  }

  /** Four subscribers with payments and no activity, one of whom cancels on 10 February. */
  private static Customer[] subscribers() {
    return Stream.of("A", "B", "C", "D").map(KpisTest::subscriber).toArray(Customer[]::new);
  }

  private static Customer subscriber(String id) {
    return customer(
        profile("2024-01-01T00:00:00Z", "north", "2024-01-01"),
        change("2024-01-01T08:00:00Z", id, "start", 1_000),
        payment("2024-02-01T09:00:00Z", "succeeded", 1_000),
        id.equals("A")
            ? change("2024-02-10T08:00:00Z", id, "cancel", 1_000)
            : payment("2024-04-01T09:00:00Z", "succeeded", 1_000));
  }

  private static List<String> months(List<KpiValue> values, String metric) {
    return values.stream()
        .filter(v -> v.metric().equals(metric) && v.dimension().equals("all"))
        .filter(v -> v.grain().equals("month"))
        .map(v -> v.periodStart().getMonthValue() + " " + v.value())
        .toList();
  }

  @Test
  void cellsOfSpendAloneGiveOtherMetricsNoValue() {
    Kpis kpis = new Kpis();
    MeasureTotals totals = kpis.empty();
    count(kpis, totals, session("2026-03-10T00:00:00Z"));
    kpis.count(spend("2026-02-02T00:00:00Z", "north", 50), ReportingCurrency.AS_WRITTEN, totals);

    assertThat(
        kpis.rows(totals, APRIL).stream()
            .filter(v -> v.metric().equals("active_customers") && v.grain().equals("month"))
            .map(v -> v.periodStart().getMonthValue() + " " + v.dimensionValue())
            .distinct()
            .toList(),
        contains("3 all", "3 unknown"));
  }

  @Test
  void spendOfDaysToComeHasNoValueYet() {
    Kpis kpis = new Kpis();
    MeasureTotals totals = kpis.empty();
    count(kpis, totals, session("2026-03-10T00:00:00Z"));
    kpis.count(spend("2026-04-02T00:00:00Z", "north", 50), ReportingCurrency.AS_WRITTEN, totals);

    assertThat(
        kpis.rows(totals, APRIL).stream()
            .filter(v -> v.metric().startsWith("customer_acquisition"))
            .map(KpiValue::periodStart)
            .filter(day -> !day.isBefore(APRIL))
            .toList(),
        is(empty()));
  }

  @Test
  void aCumulativeMetricSumsItsWindowWithoutGaps() throws IOException {
    String all = cumulative("all");
    String year = cumulative("year");
    String two = cumulative("2");

    assertThat(
        running(all),
        contains("2025-11 2.0", "2025-12 2.0", "2026-01 5.0", "2026-02 5.0", "2026-03 9.0"));
    assertThat(
        running(year),
        contains("2025-11 2.0", "2025-12 2.0", "2026-01 3.0", "2026-02 3.0", "2026-03 7.0"));
    assertThat(
        running(two),
        contains("2025-11 null", "2025-12 2.0", "2026-01 3.0", "2026-02 3.0", "2026-03 4.0"));
  }

  private static List<String> running(String yaml) throws IOException {
    return of(
            yaml,
            customer(
                transaction("2025-11-05T00:00:00Z", 2),
                transaction("2026-01-05T00:00:00Z", 3),
                transaction("2026-03-05T00:00:00Z", 4)))
        .stream()
        .filter(v -> v.metric().equals("sum") && v.dimension().equals("all"))
        .map(v -> v.periodStart().toString().substring(0, 7) + " " + v.value())
        .toList();
  }

  @Test
  void aDerivedMetricIsComputedFromOthersOfThePeriodAndTheOneBefore() throws IOException {
    List<KpiValue> values =
        of(
            derived("volume / previous.volume - 1.0"),
            customer(
                transaction("2026-01-05T00:00:00Z", 200),
                transaction("2026-02-05T00:00:00Z", 300),
                transaction("2026-03-05T00:00:00Z", 300)));

    assertThat(value(values, "derived", "2026-01-01"), is(nullValue()));
    assertThat(value(values, "derived", "2026-02-01"), is(0.5));
    assertThat(value(values, "derived", "2026-03-01"), is(0.0));
  }

  @Test
  void whatADivisionByZeroWouldGiveIsAbsent() throws IOException {
    List<KpiValue> values =
        of(
            derived("volume / (volume - 200.0)"),
            customer(
                transaction("2026-01-05T00:00:00Z", 200),
                transaction("2026-02-05T00:00:00Z", 300)));

    assertThat(value(values, "derived", "2026-01-01"), is(nullValue()));
    assertThat(value(values, "derived", "2026-02-01"), is(3.0));
  }

  @Test
  void aDerivedMetricOfWhatIsNotObservedHasNoValues() throws IOException {
    assertThat(
        names(of(derived("volume + 1.0"), customer(session("2026-01-05T00:00:00Z")))),
        is(Set.of()));
  }

  @Test
  void aFormulaThatCannotBeUsedIsRefusedByName() {
    assertFormulaRefused("turnover + 1.0", "turnover");
    assertFormulaRefused("volume +", "metrics.yaml, rule derived");
    assertFormulaRefused("derived + 1.0", "derived");
  }

  private static void assertFormulaRefused(String formula, String problem) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> of(derived(formula), customer(transaction("2026-01-05T00:00:00Z", 200))));

    assertThat(e.getMessage(), containsString(problem));
  }

  @Test
  void aDerivedMetricIsNotCompleteBeforeWhatItIsMadeOf() {
    String yaml =
        derived("volume + 1.0").replaceFirst("(\\s+)value:", "$1maturity_days: 3$1value:");

    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> of(yaml, customer(transaction("2026-01-05T00:00:00Z", 200))));

    assertThat(e.getMessage(), containsString("volume is complete later"));
  }

  private static final String HEAD =
      """
      version: "1"
      dimensions: [region]
      metrics:
      """;

  private static String metric(String name, String value) {
    return """
      - name: %s
        owner: test
        description: Test.
        formula: test
        unit: minor
        direction: neutral
        risk: None.
        source_tables: [raw.transactions]
        dimensions: [all, region]
        value: {%s}
    """
        .formatted(name, value)
        .indent(2);
  }

  private static String cumulative(String window) {
    return HEAD
        + metric(
            "sum",
            "type: cumulative, measure: transaction_volume_minor, window: \"" + window + "\"");
  }

  private static String derived(String expression) {
    return HEAD
        + metric("volume", "type: simple, measure: transaction_volume_minor")
        + metric("derived", "type: derived, expression: \"" + expression + "\"");
  }

  private static List<KpiValue> standard(String asOf, Customer... customers) {
    return values(new Kpis(), LocalDate.parse(asOf), customers);
  }

  private static List<KpiValue> of(String yaml, Customer... customers) throws IOException {
    MetricCatalogue catalogue =
        MetricCatalogue.parse(new ByteArrayInputStream(yaml.getBytes(UTF_8)));
    return values(new Kpis(catalogue), APRIL, customers);
  }

  private static List<KpiValue> values(Kpis kpis, LocalDate asOf, Customer... customers) {
    MeasureTotals totals = kpis.empty();
    for (Customer customer : customers) {
      kpis.count(CustomerAsOf.of("c1", customer.events(), asOf), totals);
    }
    return kpis.rows(totals, asOf);
  }

  private record Customer(List<RawEvent> events) {}

  private static Customer customer(RawEvent... events) {
    return new Customer(List.of(events));
  }

  private static void count(Kpis kpis, MeasureTotals totals, RawEvent... events) {
    kpis.count(CustomerAsOf.of("c1", List.of(events), APRIL), totals);
  }

  private static Set<String> names(List<KpiValue> values) {
    return values.stream().map(KpiValue::metric).collect(Collectors.toSet());
  }

  private static Double value(List<KpiValue> values, String metric, String month) {
    return find(values, metric, month) == null ? null : find(values, metric, month).value();
  }

  private static boolean complete(List<KpiValue> values, String metric, String month) {
    return find(values, metric, month).isComplete();
  }

  private static KpiValue find(List<KpiValue> values, String metric, String month) {
    return values.stream()
        .filter(v -> v.metric().equals(metric) && v.dimension().equals("all"))
        .filter(v -> v.grain().equals("month") && v.periodStart().toString().equals(month))
        .findFirst()
        .orElse(null);
  }

  private static List<String> periods(List<KpiValue> values, String grain) {
    return values.stream()
        .filter(v -> v.metric().equals("active_customers") && v.dimension().equals("all"))
        .filter(v -> v.grain().equals(grain))
        .map(v -> v.periodStart() + " " + v.value())
        .toList();
  }
}
