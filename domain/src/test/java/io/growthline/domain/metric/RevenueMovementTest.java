package io.growthline.domain.metric;

import static io.growthline.domain.metric.KpiFixture.change;
import static io.growthline.domain.metric.KpiFixture.customer;
import static io.growthline.domain.metric.KpiFixture.months;
import static io.growthline.domain.metric.KpiFixture.standard;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.customer.Events;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RevenueMovementTest {
  /** Starts at 1,000, expands to 1,500, contracts to 900, leaves, and comes back at 700. */
  @Test
  void everyMovementOfOneSubscriberHasItsOwnMetric() {
    List<KpiValue> values =
        standard(
            "2026-06-01",
            customer(
                change("2026-01-10T00:00:00Z", "z", "start", 1_000),
                change("2026-02-10T00:00:00Z", "z", "upgrade", 1_500),
                change("2026-03-10T00:00:00Z", "z", "downgrade", 900),
                change("2026-04-10T00:00:00Z", "z", "cancel", 900),
                change("2026-05-10T00:00:00Z", "z2", "start", 700)));

    assertThat(
        months(values, "new_recurring_revenue_minor"),
        contains("1 1000.0", "2 0.0", "3 0.0", "4 0.0", "5 0.0"));
    assertThat(
        months(values, "expansion_recurring_revenue_minor"),
        contains("1 0.0", "2 500.0", "3 0.0", "4 0.0", "5 0.0"));
    assertThat(
        months(values, "contraction_recurring_revenue_minor"),
        contains("1 0.0", "2 0.0", "3 600.0", "4 0.0", "5 0.0"));
    assertThat(
        months(values, "churned_recurring_revenue_minor"),
        contains("1 0.0", "2 0.0", "3 0.0", "4 900.0", "5 0.0"));
    assertThat(
        months(values, "reactivated_recurring_revenue_minor"),
        contains("1 0.0", "2 0.0", "3 0.0", "4 0.0", "5 700.0"));
    assertThat(
        months(values, "gross_revenue_retention"),
        contains("1 null", "2 1.0", "3 0.6", "4 0.0", "5 null"));
    assertThat(
        months(values, "net_revenue_retention"),
        contains("1 null", "2 1.5", "3 0.6", "4 0.0", "5 null"));
    assertThat(
        months(values, "annual_recurring_revenue_minor"),
        contains("1 12000.0", "2 18000.0", "3 10800.0", "4 0.0", "5 8400.0"));
  }

  @Test
  void whoLeavesCountsUnderThePlanThatIsLeftAndWhoHasNoneUnderNone() {
    List<KpiValue> values =
        standard(
            "2026-04-01",
            customer(
                change("2026-01-10T00:00:00Z", "z", "start", 1_000),
                change("2026-02-10T00:00:00Z", "z", "cancel", 1_000),
                Events.session("2026-03-10T00:00:00Z")));

    assertThat(
        values.stream()
            .filter(v -> v.metric().equals("churned_recurring_revenue_minor"))
            .filter(v -> v.dimension().equals("plan") && v.value() != 0)
            .map(v -> v.periodStart() + " " + v.dimensionValue() + " " + v.value())
            .toList(),
        contains("2026-02-01 p 1000.0"));
    assertThat(
        values.stream()
            .filter(v -> v.metric().equals("active_customers") && v.grain().equals("month"))
            .filter(v -> v.dimension().equals("plan") && v.value() != 0)
            .map(v -> v.periodStart() + " " + v.dimensionValue())
            .toList(),
        contains("2026-03-01 none"));
  }

  @Property(tries = 200)
  void whatRecursIsWhatRecurredWithAllMovements(@ForAll("changes") List<RawEvent> changes) {
    CustomerAsOf customer = CustomerAsOf.of("c1", changes, LocalDate.parse("2026-07-01"));
    for (int month = 1; month < 7; month++) {
      LocalDate start = LocalDate.of(2026, month, 1);
      CustomerPeriod period = new CustomerPeriod(customer, start, start.plusMonths(1));

      long moved =
          of(period, "opening_revenue_minor")
              + of(period, "new_revenue_minor")
              + of(period, "reactivated_revenue_minor")
              + of(period, "expansion_revenue_minor")
              - of(period, "contraction_revenue_minor")
              - of(period, "churned_revenue_minor");

      assertThat(of(period, "recurring_revenue_minor"), is(moved));
      assertThat(
          of(period, "retained_revenue_minor"),
          is(
              of(period, "opening_revenue_minor")
                  - of(period, "contraction_revenue_minor")
                  - of(period, "churned_revenue_minor")));
    }
  }

  @Provide
  Arbitrary<List<RawEvent>> changes() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 180),
            Arbitraries.of("a", "b"),
            Arbitraries.of("start", "upgrade", "downgrade", "cancel"),
            Arbitraries.longs().between(0, 3))
        .as(
            (day, id, kind, price) ->
                (RawEvent)
                    change(
                        LocalDate.parse("2026-01-01").plusDays(day) + "T00:00:00Z",
                        id,
                        kind,
                        500 * price))
        .list()
        .ofMaxSize(10);
  }

  private static long of(CustomerPeriod period, String measure) {
    return Measures.find(measure).orElseThrow().customers().applyAsLong(period);
  }
}
