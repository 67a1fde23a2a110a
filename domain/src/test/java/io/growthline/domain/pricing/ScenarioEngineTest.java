package io.growthline.domain.pricing;

import static net.jqwik.api.Assume.that;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ScenarioEngineTest {
  private final ScenarioEngine engine = engine(Offers.twoPrices(400, 200), Offers.audiences());

  @Test
  void atAnObservedPriceTheObservedAcceptanceIsExpected() {
    ScenarioResult result = engine.evaluate(new ScenarioRequest("middle", 500, 0));

    assertThat(result.verdict(), is(Verdict.OK));
    assertThat(result.conversion().value(), closeTo(0.4, 1e-9));
    // The log odds of 400 in 1,000 have the variance 1/400 + 1/600.
    double error = Math.sqrt(1 / 400.0 + 1 / 600.0);
    double logOdds = Math.log(0.4 / 0.6);
    assertThat(
        result.conversion().lower(),
        closeTo(LogitFit.logistic(logOdds - Estimate.Z90 * error), 1e-9));
  }

  @Test
  void revenueIsAudienceTimesAcceptanceTimesPriceTimesExpectedPayments() {
    ScenarioResult result = engine.evaluate(new ScenarioRequest("middle", 500, 0));
    double payments = Churn.payments(result.churn().value());

    assertThat(result.audience(), is(1000L));
    assertThat(result.revenueMinor().value(), closeTo(1000 * 0.4 * 500 * payments, 1e-3));
    assertThat(result.revenueMinor().lower(), lessThan(result.revenueMinor().value()));
    assertThat(result.revenueMinor().upper(), greaterThan(result.revenueMinor().value()));
  }

  @Test
  void marginOfTheObservedOffersIsReproduced() {
    // Half of full-year revenue was margin, at 2 % churn and an unchanged price effect.
    ScenarioResult result = engine.evaluate(new ScenarioRequest("middle", 750, 0));

    assertThat(
        result.marginMinor().value() / (1000 * result.conversion().value()),
        closeTo(0.5 * 12 * 750, 1e-6));
  }

  @Test
  void vulnerableCustomersAreLeftOutAndCounted() {
    ScenarioResult result = engine.evaluate(new ScenarioRequest("middle", 500, 0));

    assertThat(result.excludedVulnerable(), is(20L));
    assertThat(result.guardrails().get(0).rule(), is("protect-vulnerable"));
    assertThat(result.guardrails().get(0).outcome(), is("exclude"));
  }

  @Test
  void pricesAndIncentivesNeverOfferedAreRefused() {
    for (ScenarioRequest request :
        List.of(
            new ScenarioRequest("middle", 499, 0),
            new ScenarioRequest("middle", 1001, 0),
            new ScenarioRequest("middle", 500, 1))) {
      ScenarioResult result = engine.evaluate(request);

      assertThat(result.verdict(), is(Verdict.INVALID));
      assertThat(result.reasons(), contains(containsString("demand there is unknown")));
      assertThat(result.conversion(), is(nullValue()));
      assertThat(result.revenueMinor(), is(nullValue()));
      assertThat(result.marginMinor(), is(nullValue()));
      assertThat(result.churn(), is(nullValue()));
    }
  }

  @Test
  void aSteepPriceRiseIsFlaggedButAnswered() {
    ScenarioResult result = engine.evaluate(new ScenarioRequest("middle", 1000, 0));

    assertThat(
        result.guardrails().stream().map(AppliedGuardrail::rule).toList(),
        contains("protect-vulnerable", "steep-price-rise"));
    assertThat(result.conversion(), is(notNullValue()));
  }

  @Test
  void aMarginBelowTheFloorIsFlagged() {
    OfferCells cells = new OfferCells();
    cells.add(new OfferCell("middle", 500, 0), Offers.counts(1000, 400, 300));
    cells.add(new OfferCell("middle", 600, 0), Offers.counts(1000, 200, 360));
    ScenarioResult result =
        engine(cells, Offers.audiences()).evaluate(new ScenarioRequest("middle", 500, 0));

    assertThat(
        result.guardrails().stream().map(AppliedGuardrail::rule).toList(),
        contains("protect-vulnerable", "margin-floor"));
  }

  @Test
  void withoutAnyKnownChurnOnlyConversionIsAnswered() {
    ScenarioResult result =
        engine(Offers.twoPrices(400, 200), new Audiences())
            .evaluate(new ScenarioRequest("middle", 500, 0));

    assertThat(result.verdict(), is(Verdict.INCONCLUSIVE));
    assertThat(result.conversion(), is(notNullValue()));
    assertThat(result.revenueMinor(), is(nullValue()));
    assertThat(result.guardrails(), is(empty()));
  }

  @Test
  void anUnknownSegmentIsInvalidAndTheKnownOnesAreNamed() {
    ScenarioResult result = engine.evaluate(new ScenarioRequest("students", 500, 0));

    assertThat(result.verdict(), is(Verdict.INVALID));
    assertThat(
        result.reasons(), contains("No demand model for segment students; known: all, middle."));
  }

  @Test
  void requestsOutOfRangeAreRefusedWithTheField() {
    assertThat(
        assertThrows(IllegalArgumentException.class, () -> new ScenarioRequest("all", 0, 0))
            .getMessage(),
        containsString("price_minor"));
    assertThat(
        assertThrows(IllegalArgumentException.class, () -> new ScenarioRequest("all", 1, -1))
            .getMessage(),
        containsString("incentive_minor"));
    assertThrows(IllegalArgumentException.class, () -> new ScenarioRequest(" ", 1, 0));
  }

  @Property(tries = 200)
  void aHigherPriceNeverRaisesConversionAndSharesStayShares(
      @ForAll @LongRange(min = 2, max = 999) long atFive,
      @ForAll @LongRange(min = 1, max = 998) long atTen,
      @ForAll @LongRange(min = 500, max = 1000) long one,
      @ForAll @LongRange(min = 500, max = 1000) long other) {
    that(atTen < atFive);
    ScenarioEngine any = engine(Offers.twoPrices(atFive, atTen), Offers.audiences());
    Estimate cheap =
        any.evaluate(new ScenarioRequest("middle", Math.min(one, other), 0)).conversion();
    Estimate dear =
        any.evaluate(new ScenarioRequest("middle", Math.max(one, other), 0)).conversion();

    assertThat(dear.value(), lessThanOrEqualTo(cheap.value()));
    assertThat(dear.lower(), greaterThanOrEqualTo(0.0));
    assertThat(cheap.upper(), lessThanOrEqualTo(1.0));
  }

  private static ScenarioEngine engine(OfferCells cells, Audiences audiences) {
    return new ScenarioEngine(DemandModelFitter.fit(cells, audiences, Offers.AS_OF));
  }
}
