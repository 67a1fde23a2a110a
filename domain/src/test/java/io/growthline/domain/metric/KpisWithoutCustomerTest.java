package io.growthline.domain.metric;

import static io.growthline.domain.customer.Events.contact;
import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.payment;
import static io.growthline.domain.customer.Events.profile;
import static io.growthline.domain.customer.Events.session;
import static io.growthline.domain.customer.Events.spend;
import static io.growthline.domain.customer.Events.subscription;
import static io.growthline.domain.customer.Events.transaction;
import static io.growthline.domain.customer.Events.withoutCustomer;
import static io.growthline.domain.metric.KpiFixture.APRIL;
import static io.growthline.domain.metric.KpiFixture.count;
import static io.growthline.domain.metric.KpiFixture.declined;
import static io.growthline.domain.metric.KpiFixture.find;
import static io.growthline.domain.metric.KpiFixture.valueAndLeftOut;
import static io.growthline.domain.metric.KpiFixture.values;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.event.RawEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events that name no customer. */
class KpisWithoutCustomerTest {
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
            .filter(v -> !v.dimension().equals("channel"))
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
            .filter(v -> v.metric().equals("transaction_volume_minor") && v.grain().equals("month"))
            .map(v -> v.dimension() + " " + v.dimensionValue() + " " + v.value())
            .toList(),
        contains(
            "all all 6000.0",
            "channel unknown 6000.0",
            "income_segment unknown 6000.0",
            "plan none 1000.0",
            "plan unknown 5000.0",
            "region unknown 6000.0"));
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
        contains(
            "3 all all",
            "3 channel unknown",
            "3 income_segment unknown",
            "3 plan unknown",
            "3 region unknown"));
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
        contains("3 all", "3 unknown", "3 none"));
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
}
