package io.growthline.domain.metric;

import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.payment;
import static io.growthline.domain.customer.Events.profile;
import static io.growthline.domain.customer.Events.session;
import static io.growthline.domain.customer.Events.spend;
import static io.growthline.domain.customer.Events.transaction;
import static io.growthline.domain.metric.KpiFixture.APRIL;
import static io.growthline.domain.metric.KpiFixture.count;
import static io.growthline.domain.metric.KpiFixture.find;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.event.Cost;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In March one customer of two comes for 10.00, pays 9.00 and spends 1,000.00. */
class MarginMetricsTest {
  private static final Kpis KPIS = new Kpis();

  @Test
  void marginIsRevenueOfPlansAndPurchasesLessCostsOfCustomers() {
    List<KpiValue> values = march(cost("cost_to_serve", 200), cost("support", 110));

    assertThat(value(values, "purchase_revenue_minor"), is(200.0));
    assertThat(value(values, "customer_costs_minor"), is(310.0));
    assertThat(value(values, "gross_margin_minor"), is(900.0 + 200 - 310));
    assertThat(value(values, "gross_margin_share"), closeTo(790 / 1_100.0, 1e-12));
    assertThat(value(values, "cost_to_serve_per_customer_minor"), is(155.0));
    assertThat(value(values, "margin_per_active_customer_minor"), is(395.0));
    assertThat(value(values, "payback_months"), closeTo(1_000 / 395.0, 1e-12));
  }

  @Test
  void whatCustomersAreWorthIsMarginForAsLongAsTheyStayAndAtMostThirtySixMonths() {
    List<KpiValue> values = march(cost("cost_to_serve", 310));

    assertThat(value(values, "churn_rate"), is(0.0));
    assertThat(value(values, "ltv_to_cac_ratio"), closeTo(395 * 36 / 1_000.0, 1e-9));
  }

  @Test
  void overheadIsNoCostOfCustomers() {
    List<KpiValue> values = march(cost("cost_to_serve", 100), cost("overhead", 300));

    assertThat(value(values, "gross_margin_minor"), is(1_000.0));
    assertThat(value(values, "overhead_share"), is(0.75));
  }

  @Test
  void aMonthWhoseCostsAreNotBookedHasNoMargin() {
    List<KpiValue> values = march(cost("overhead", 300));

    assertThat(value(values, "gross_margin_minor"), is(nullValue()));
    assertThat(value(values, "gross_margin_share"), is(nullValue()));
    assertThat(value(values, "overhead_share"), is(nullValue()));
  }

  @Test
  void withoutAnyCostsThereAreNoMetricsOfCosts() {
    List<KpiValue> values = march();

    for (String metric :
        List.of("customer_costs_minor", "overhead_minor", "gross_margin_minor", "payback_months")) {
      assertThat(
          metric,
          values.stream().anyMatch(v -> v.metric().equals(metric) && v.value() != null),
          is(false));
    }
    assertThat(value(values, "purchase_revenue_minor"), is(200.0));
  }

  @Test
  void aMarginBelowNothingPaysNothingBack() {
    List<KpiValue> values = march(cost("cost_to_serve", 5_000));

    assertThat(value(values, "margin_per_active_customer_minor"), is(-1_950.0));
    assertThat(value(values, "payback_months"), is(nullValue()));
  }

  private static Double value(List<KpiValue> values, String metric) {
    return find(values, metric, "2026-03-01").value();
  }

  private static List<KpiValue> march(Cost... costs) {
    MeasureTotals totals = KPIS.empty();
    count(
        KPIS,
        totals,
        profile("2026-01-10T00:00:00Z", "north", "2026-01-10"),
        session("2026-01-20T00:00:00Z"),
        session("2026-02-20T00:00:00Z"),
        session("2026-03-20T00:00:00Z"));
    count(
        KPIS,
        totals,
        profile("2026-03-10T00:00:00Z", "north", "2026-03-10"),
        payment("2026-03-11T00:00:00Z", "succeeded", 900),
        transaction("2026-03-12T00:00:00Z", 100_000));
    KPIS.count(spend("2026-03-01T00:00:00Z", "north", 1_000), ReportingCurrency.AS_WRITTEN, totals);
    for (Cost cost : costs) {
      KPIS.count(cost, ReportingCurrency.AS_WRITTEN, totals);
    }
    return KPIS.rows(totals, APRIL);
  }

  private static Cost cost(String kind, long minor) {
    return event(
        Cost.class,
        "2026-03-31T00:00:00Z",
        "customer_id",
        null,
        "cost_id",
        kind,
        "kind",
        kind,
        "month",
        "2026-03-01",
        "amount_minor",
        minor);
  }
}
