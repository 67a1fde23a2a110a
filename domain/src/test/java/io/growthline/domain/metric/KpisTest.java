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
import static io.growthline.domain.metric.KpiFixture.complete;
import static io.growthline.domain.metric.KpiFixture.customer;
import static io.growthline.domain.metric.KpiFixture.find;
import static io.growthline.domain.metric.KpiFixture.names;
import static io.growthline.domain.metric.KpiFixture.periods;
import static io.growthline.domain.metric.KpiFixture.standard;
import static io.growthline.domain.metric.KpiFixture.value;
import static io.growthline.domain.metric.KpiFixture.values;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.event.Cost;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.simulate.Simulated;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The values of metrics, checked by hand. */
class KpisTest {
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
    Cost cost = event(Cost.class, "2026-01-31T00:00:00Z", "month", "2026-01-01");
    kpis.count(cost, ReportingCurrency.AS_WRITTEN, totals);

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
}
