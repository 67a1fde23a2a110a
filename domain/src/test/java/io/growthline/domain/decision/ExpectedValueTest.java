package io.growthline.domain.decision;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.pricing.Estimate;
import io.growthline.domain.uplift.Wilson;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ExpectedValueTest {
  @Test
  void whatIsKeptLessContactLessIncentiveOfThoseWhoWouldHaveStayed() {
    // 0.3·0.2 = 0.06 are kept, each worth 10,000 - 500; of 0.7 who would have stayed all take 500.
    ExpectedValue value =
        ExpectedValue.of(Decisions.action("a", 0.2, 40, 500), certain(0.3), certain(10_000));

    assertThat(value.kept(), closeTo(0.06, 1e-12));
    assertThat(value.valueSavedMinor(), is(570L));
    assertThat(value.contactCostMinor(), is(40L));
    assertThat(value.stayerIncentiveMinor(), is(350L));
    assertThat(value.netMinor(), is(180L));
    // 40 + 0.06·500 + 350
    assertThat(value.costMinor(), is(420L));
  }

  @Test
  void nobodyWhoWouldHaveStayedCountsAsKept() {
    ExpectedValue nobodyLeaves =
        ExpectedValue.of(Decisions.action("a", 1, 40, 0), certain(0), certain(10_000));

    assertThat(nobodyLeaves.kept(), is(0.0));
    assertThat(nobodyLeaves.netMinor(), is(-40L));
  }

  @Test
  void theIntervalAddsUncertaintyOfChanceValueAndSuccessInSquares() {
    Action action = Decisions.action("a", 0.2, 0, 0); // success from 0.1 to 0.3
    Estimate p = new Estimate(0.3, 0.2, 0.4);
    Estimate lost = new Estimate(10_000, 9_000, 11_000);
    ExpectedValue value = ExpectedValue.of(action, p, lost);

    // 0.2·10,000·0.1 = 200; 0.06·1,000 = 60; 0.3·10,000·0.1 = 300; root of the squares 365.5
    assertThat(value.netMinor(), is(600L));
    assertThat(value.lowerMinor(), is(234L));
    assertThat(value.upperMinor(), is(966L));
  }

  @Property(tries = 500)
  void savedLessContactLessIncentiveIsTheNetToThePenny(
      @ForAll @DoubleRange(min = 0, max = 1) double p,
      @ForAll @DoubleRange(min = 0, max = 0.6) double success,
      @ForAll @LongRange(min = -1_000_000, max = 1_000_000_000) long lost,
      @ForAll @LongRange(min = 0, max = 100_000) long contact,
      @ForAll @LongRange(min = 0, max = 100_000) long incentive) {
    ExpectedValue value =
        ExpectedValue.of(
            Decisions.action("a", success, contact, incentive), certain(p), certain(lost));

    assertThat(
        value.valueSavedMinor() - value.contactCostMinor() - value.stayerIncentiveMinor(),
        is(value.netMinor()));
    double exact = p * success * (lost - incentive) - contact - (1 - p) * incentive;
    assertThat((double) value.netMinor(), closeTo(exact, 1.0));
    assertThat(value.lowerMinor(), lessThanOrEqualTo(value.netMinor()));
    assertThat(value.upperMinor(), greaterThanOrEqualTo(value.netMinor()));
    assertThat(value.costMinor(), greaterThanOrEqualTo(contact));
  }

  @Test
  void anAmountThatDoesNotFitIsAnError() {
    ArithmeticException e =
        assertThrows(
            ArithmeticException.class,
            () -> ExpectedValue.of(Decisions.action("a", 0.2, 0, 0), certain(1), certain(1e30)));
    assertThat(e.getMessage(), containsString("does not fit"));
  }

  @Test
  void theWilsonIntervalIsThatOfThePaperEvenWithoutAnObservation() {
    // Agresti and Coull (1998), "Approximate is better than exact", give 0 of 10 at 95 % as
    // (0, 0.278); at 90 % the upper end z²/(n + z²) is 2.7055/12.7055.
    assertThat(Wilson.ofShare(0, 10).upper(), closeTo(2.7055 / 12.7055, 1e-4));
    assertThat(Wilson.ofShare(0, 10).lower(), is(0.0));
    assertThat(Wilson.ofShare(0.5, 100).lower(), closeTo(0.4188, 1e-3));
  }

  private static Estimate certain(double value) {
    return new Estimate(value, value, value);
  }
}
