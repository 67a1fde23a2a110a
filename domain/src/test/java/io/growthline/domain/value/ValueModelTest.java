package io.growthline.domain.value;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.growthline.domain.customer.PurchaseHistory;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueModelTest {
  private static final LocalDate DAY = LocalDate.parse("2026-06-01");

  @Test
  void thePublishedParametersOfCdnowAreFound() throws Exception {
    ValueTotals totals = totals(Cdnow.before(LocalDate.parse("1997-10-01")));
    Fit<PurchaseModel> times = Fit.ofPurchases(totals.purchases());
    Fit<GammaGamma> values = Fit.ofValues(totals.values());

    assertThat(times.customers(), is(2_357L));
    assertThat(times.fitted().model(), is(instanceOf(BgNbd.class)));
    assertThat(times.fitted().estimate(0), closeTo(0.243, 0.0005));
    assertThat(times.fitted().estimate(1), closeTo(4.414, 0.0005));
    assertThat(times.fitted().estimate(2), closeTo(0.793, 0.0005));
    assertThat(times.fitted().estimate(3), closeTo(2.426, 0.0005));
    assertThat(times.fitted().logLikelihood(), closeTo(-9582.4, 0.05));
    assertThat(values.customers(), is(946L));
    assertThat(values.fitted().estimate(0), closeTo(6.25, 0.005));
    assertThat(values.fitted().estimate(1), closeTo(3.74, 0.005));
    assertThat(values.fitted().estimate(2), closeTo(15.44, 0.005));
  }

  @Test
  void plantedParametersAreFoundWithinThreeStandardErrors() {
    BgNbd times = new BgNbd(0.4, 6, 0.8, 2.5);
    GammaGamma values = new GammaGamma(6, 4, 15);

    assertFinds(
        times, values, new SimulatedPurchases(1, times, values, DAY).customers(5_000, 500, 100));
  }

  @Test
  void coarseBinsOfManyCustomersWithHundredsOfPurchasesHideNothing() {
    BgNbd times = new BgNbd(2, 0.6, 0.9, 300);
    GammaGamma values = new GammaGamma(3, 6, 150);
    List<PurchaseHistory> customers =
        new SimulatedPurchases(2, times, values, DAY).customers(20_000, 540, 1);
    long purchases = customers.stream().mapToLong(PurchaseHistory::repeatDays).max().orElseThrow();

    assertThat(purchases, is(greaterThan(900L)));
    assertThat(totals(customers).size(), is(lessThanOrEqualTo(Binned.MOST)));
    assertFinds(times, values, customers);
  }

  private static void assertFinds(BgNbd times, GammaGamma values, List<PurchaseHistory> customers) {
    ValueTotals totals = totals(customers);
    assertFinds(
        Fit.ofPurchases(totals.purchases()).fitted(),
        times.r(),
        times.alpha(),
        times.a(),
        times.b());
    assertFinds(Fit.ofValues(totals.values()).fitted(), values.p(), values.q(), values.v());
  }

  private static void assertFinds(Fitted<?> fitted, double... planted) {
    for (int i = 0; i < planted.length; i++) {
      assertThat(
          "parameter " + i, fitted.estimate(i), closeTo(planted[i], 3 * fitted.standardError(i)));
    }
  }

  static ValueTotals totals(List<PurchaseHistory> customers) {
    CustomerTotals totals = new CustomerTotals();
    customers.forEach(totals::count);
    return totals.values();
  }
}
