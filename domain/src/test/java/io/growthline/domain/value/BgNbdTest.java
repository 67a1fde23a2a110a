package io.growthline.domain.value;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.growthline.domain.contract.Rows;
import io.growthline.domain.customer.PurchaseHistory;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;

class BgNbdTest {
  /** As Fader, Hardie and Lee publish them of CDNOW. */
  private static final BgNbd CDNOW = new BgNbd(0.243, 4.414, 0.793, 2.426);

  @Test
  void thePublishedCustomerIsExpectedToBuyAsPublished() {
    assertThat(CDNOW.expectedPurchases(2, 30.43, 38.86, 39), closeTo(1.226, 0.0005));
  }

  @Test
  void aNewCustomerIsExpectedToBuyAsEquationNineSays() {
    // (a+b-1)/(a-1) (1 - (alpha/(alpha+t))^r F(r, b; a+b-1; t/(alpha+t)))
    double z = 39 / (4.414 + 39);
    double expected =
        (0.793 + 2.426 - 1)
            / (0.793 - 1)
            * (1 - Math.pow(1 - z, 0.243) * hypergeometric(0.243, 2.426, 0.793 + 2.426 - 1, z));

    assertThat(CDNOW.expectedPurchases(0, 0, 0, 39), closeTo(expected, 1e-9));
  }

  @Test
  void theLikelihoodOfTwoCustomersIsThatOfEquationSix() {
    ValueTotals two =
        ValueModelTest.totals(
            List.of(bought("2026-05-17", "2026-05-17", 0), bought("2026-05-10", "2026-05-24", 1)));
    // With r, alpha, a, b of 1: B(1,1) 1 1/(1+2) and B(1,2) Γ(2)/(1+3)^2 + B(2,1) Γ(2)/(1+2)^2
    double never = 1.0 / 3;
    double once = 0.5 / 16 + 0.5 / 9;

    assertThat(
        new BgNbd(1, 1, 1, 1).logLikelihood(two.purchases()),
        closeTo(Math.log(never) + Math.log(once), 1e-12));
  }

  @Test
  void theLikelihoodOfOneWhoSeemsToHaveLeftIsThatOfEquationSixToo() {
    ValueTotals one = ValueModelTest.totals(List.of(bought("2026-05-10", "2026-05-17", 20)));
    // With all parameters 1 and x 20: Γ(21) (B(1,21)/(1+3)^21 + B(2,20)/(1+1)^21), weeks 1 of 3
    double expected =
        Gamma.logGamma(21) + Math.log(Math.pow(4, -21) / 21 + Math.pow(2, -21) / (20 * 21));

    assertThat(one.purchases().left(0), is(true));
    assertThat(new BgNbd(1, 1, 1, 1).logLikelihood(one.purchases()), closeTo(expected, 1e-10));
  }

  @Test
  void theChanceToBeThereIsThatOfTheNoteForOneWhoCameBack() {
    // 1 / (1 + a/(b+x-1) ((alpha+T)/(alpha+t_x))^(r+x)) with all parameters 1, x 1, t_x 1, T 3
    assertThat(new BgNbd(1, 1, 1, 1).alive(1, 1, 3), closeTo(1 / (1 + 4.0), 1e-12));
    assertThat(CDNOW.alive(0, 0, 38), is(1.0));
  }

  /** The equation as it is printed, where its terms fit a number. */
  @Property(tries = 200)
  void expectationsAreThoseOfEquationTen(
      @ForAll @IntRange(max = 20) int repeats,
      @ForAll @DoubleRange(min = 0.1, max = 3) double r,
      @ForAll @DoubleRange(min = 0.5, max = 10) double alpha,
      @ForAll @DoubleRange(min = 1.05, max = 5) double a,
      @ForAll @DoubleRange(min = 0.1, max = 20) double b,
      @ForAll @DoubleRange(min = 0, max = 40) double recency) {
    BgNbd model = new BgNbd(r, alpha, a, b);
    double z = 20 / (alpha + 40 + 20);
    double expected =
        (a + b + repeats - 1)
            / (a - 1)
            * (1
                - Math.pow(1 - z, r + repeats)
                    * hypergeometric(r + repeats, b + repeats, a + b + repeats - 1, z))
            * model.alive(repeats, recency, 40);

    assertThat(
        model.expectedPurchases(repeats, recency, 40, 20),
        closeTo(expected, 1e-9 * Math.max(1, expected)));
  }

  /** Nobody is expected to buy more than a customer at the same rate who never leaves. */
  @Property
  void expectationsOfAnyCustomerAreNumbersWithinTheirRate(
      @ForAll @IntRange(max = 2_000) int repeats,
      @ForAll @DoubleRange(min = 0.01, max = 50) double r,
      @ForAll @DoubleRange(min = 0.01, max = 500) double alpha,
      @ForAll @DoubleRange(min = 0.01, max = 200) double a,
      @ForAll @DoubleRange(min = 0.01, max = 2_000) double b,
      @ForAll @DoubleRange(max = 1) double share,
      @ForAll @IntRange(max = 600) int age) {
    BgNbd model = new BgNbd(r, alpha, a, b);
    double recency = repeats == 0 ? 0 : share * age;
    double most = (r + repeats) / (alpha + age) * 52;

    double expected = model.expectedPurchases(repeats, recency, age, 52);

    assertThat(expected >= 0, is(true));
    assertThat(expected, lessThanOrEqualTo(most * (1 + 1e-4)));
    assertThat(model.alive(repeats, recency, age), is(closeTo(0.5, 0.5)));
  }

  @Test
  void expectationsAreSmoothWhereTheEquationIsZeroOverZero() {
    double at = new BgNbd(0.5, 4, 1, 2).expectedPurchases(3, 10, 20, 52);

    assertThat(new BgNbd(0.5, 4, 1 + 1e-4, 2).expectedPurchases(3, 10, 20, 52), closeTo(at, 1e-3));
    assertThat(
        new BgNbd(0.5, 4, 0.4, 0.6).expectedPurchases(0, 0, 20, 52),
        closeTo(new BgNbd(0.5, 4, 0.4, 0.6 + 1e-4).expectedPurchases(0, 0, 20, 52), 1e-3));
  }

  private static PurchaseHistory bought(String first, String last, long repeats) {
    return Rows.of(
        PurchaseHistory.class,
        "as_of",
        "2026-06-01",
        "first_purchase_on",
        first,
        "last_purchase_on",
        last,
        "repeat_days",
        repeats);
  }

  private static double hypergeometric(double a, double b, double c, double z) {
    double term = 1;
    double sum = 1;
    for (int n = 0; n < 5_000; n++) {
      term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
      sum += term;
    }
    return sum;
  }
}
