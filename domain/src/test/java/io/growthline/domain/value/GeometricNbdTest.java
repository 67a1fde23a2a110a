package io.growthline.domain.value;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.growthline.domain.customer.PurchaseHistory;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.DoublePredicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class GeometricNbdTest {
  private static final LocalDate DAY = LocalDate.parse("2026-06-01");
  private static final GammaGamma VALUES = new GammaGamma(6, 4, 15);
  private static final GeometricNbd PLANTED = new GeometricNbd(1.5, 2, 0.05);
  private static final List<PurchaseHistory> CUSTOMERS =
      new SimulatedPurchases(11, PLANTED, VALUES, DAY).customers(4_000, 500, 100);

  @Test
  void theLikelihoodOfTwoCustomersIsThatOfEquationThreeMixedOverRates() {
    ValueTotals two =
        ValueModelTest.totals(
            List.of(
                BgNbdTest.bought("2026-05-17", "2026-05-17", 0),
                BgNbdTest.bought("2026-05-10", "2026-05-24", 1)));
    // With r and alpha of 1 and p of 1/4: 1/(1+2), and Γ(2) (3/4 / (1+3)^2 + 1/4 / (1+2)^2)
    double never = 1.0 / 3;
    double once = 0.75 / 16 + 0.25 / 9;

    assertThat(
        new GeometricNbd(1, 1, 0.25).logLikelihood(two.purchases()),
        closeTo(Math.log(never) + Math.log(once), 1e-12));
  }

  @Test
  void aNewCustomerAtOneRateIsExpectedToBuyUntilTheyLeave() {
    // Rates hardly differ where r is large: (1 - e^(-λ p t)) / p with a rate of 2 a week.
    double expected = -Math.expm1(-2 * 0.1 * 13) / 0.1;

    assertThat(
        new GeometricNbd(2e7, 1e7, 0.1).expectedPurchases(0, 0, 0, 13), closeTo(expected, 1e-5));
    assertThat(new GeometricNbd(2, 1, 0.1).expectedPurchases(0, 0, 0, 0), is(0.0));
  }

  /** The formulas of {@link BgNbd} at a and b which are large and have the same ratio. */
  @Property(tries = 100)
  void itIsTheLimitOfTheBgNbdModel(
      @ForAll @IntRange(max = 100) int repeats,
      @ForAll @DoubleRange(min = 0.1, max = 10) double r,
      @ForAll @DoubleRange(min = 0.1, max = 10) double alpha,
      @ForAll @DoubleRange(min = 0.001, max = 0.5) @Scale(3) double p,
      @ForAll @DoubleRange(min = 0, max = 40) double recency) {
    GeometricNbd limit = new GeometricNbd(r, alpha, p);
    BgNbd near = new BgNbd(r, alpha, 1e6 * p, 1e6 * (1 - p));

    double expected = limit.expectedPurchases(repeats, recency, 40, 20);

    assertThat(limit.alive(repeats, recency, 40), closeTo(near.alive(repeats, recency, 40), 1e-4));
    assertThat(limit.logChanceToStay(repeats), closeTo(near.logChanceToStay(repeats), 1e-2));
    assertThat(
        expected,
        closeTo(near.expectedPurchases(repeats, recency, 40, 20), 1e-3 * Math.max(1, expected)));
  }

  @Test
  void theLikelihoodOfManyCustomersIsTheLimitToo() {
    PurchaseTimes times = ValueModelTest.totals(CUSTOMERS).purchases();
    double limit = PLANTED.logLikelihood(times);

    double far = new BgNbd(1.5, 2, 5, 95).logLikelihood(times);
    double nearer = new BgNbd(1.5, 2, 5e2, 95e2).logLikelihood(times);
    double near = new BgNbd(1.5, 2, 5e4, 95e4).logLikelihood(times);

    assertThat(Math.abs(nearer - limit), is(lessThan(Math.abs(far - limit) / 50)));
    assertThat(Math.abs(near - limit), is(lessThan(Math.abs(nearer - limit) / 50)));
  }

  @Test
  void plantedParametersAreFoundWithinThreeStandardErrors() throws Exception {
    assertFinds(PLANTED, CUSTOMERS);
  }

  /** Some 250 purchases a year, of which one in 20,000 is the last. */
  @Test
  void aChanceToLeaveOfOneInTwentyThousandIsFound() throws Exception {
    GeometricNbd loyal = new GeometricNbd(2, 0.4, 5e-5);

    assertFinds(loyal, new SimulatedPurchases(12, loyal, VALUES, DAY).customers(3_000, 540, 1));
  }

  /**
   * Of customers of all kinds, of those who seem to be there, and of those who seem to have left.
   */
  @Test
  void whatIsExpectedInThirteenWeeksHappensWithinThreeStandardErrors() {
    assertTells(alive -> true);
    assertTells(alive -> alive > 0.9);
    assertTells(alive -> alive <= 0.9);
    assertTells(alive -> alive < 0.5);
  }

  private static void assertTells(DoublePredicate group) {
    int customers = 0;
    double sum = 0;
    double squares = 0;
    for (PurchaseHistory c : CUSTOMERS) {
      double recency = weeks(c.firstPurchaseOn(), c.calibrationLastPurchaseOn());
      double age = weeks(c.firstPurchaseOn(), c.holdoutFrom().minusDays(1));
      long repeats = c.calibrationRepeatDays();
      if (group.test(PLANTED.alive(repeats, recency, age))) {
        double off = PLANTED.expectedPurchases(repeats, recency, age, 13) - c.holdoutDays();
        customers++;
        sum += off;
        squares += off * off;
      }
    }
    assertThat(customers, is(greaterThan(500)));
    assertThat(sum, closeTo(0, 3 * Math.sqrt(squares)));
  }

  private static void assertFinds(GeometricNbd planted, List<PurchaseHistory> customers)
      throws Exception {
    PurchaseTimes times = ValueModelTest.totals(customers).purchases();
    Fitted<GeometricNbd> fitted =
        MaximumLikelihood.fit(
            new double[] {1, 1, 0.5},
            GeometricNbd::of,
            model -> model.logLikelihood(times),
            customers.size());
    double[] parameters = {planted.r(), planted.alpha(), planted.p()};
    for (int i = 0; i < parameters.length; i++) {
      assertThat(
          "parameter " + i,
          fitted.estimate(i),
          closeTo(parameters[i], 3 * fitted.standardError(i)));
    }
  }

  private static double weeks(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to) / 7.0;
  }
}
