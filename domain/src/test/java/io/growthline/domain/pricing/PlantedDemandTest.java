package io.growthline.domain.pricing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.growthline.domain.simulate.World;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The demand that the generator plants is found again from offers drawn from it. */
class PlantedDemandTest {
  private static final long OFFERS_PER_CELL = 500;

  private final World.Offers planted = World.standard().offers();

  @Test
  void thePriceCoefficientOfEverySegmentIsRecovered() {
    DemandModels models = DemandModelFitter.fit(drawn(), new Audiences(), Offers.AS_OF);

    planted
        .logPriceCoefficient()
        .forEach(
            (segment, coefficient) -> {
              DemandModel model = models.find(segment).orElseThrow();
              assertThat(model.verdict(), is(Verdict.OK));
              double error = Math.sqrt(model.fit().covariance().get(1).get(1));
              assertThat(model.fit().coefficients().get(1), closeTo(coefficient, 3 * error));
              assertThat(error, lessThan(0.15));
            });
  }

  @Test
  void anIncentiveRaisesConversionAsPlanted() {
    ScenarioEngine engine =
        new ScenarioEngine(DemandModelFitter.fit(drawn(), new Audiences(), Offers.AS_OF));

    Estimate without = engine.evaluate(new ScenarioRequest("middle", 999, 0)).conversion();
    Estimate with = engine.evaluate(new ScenarioRequest("middle", 999, 1000)).conversion();

    assertThat(with.value(), greaterThan(without.value()));
    assertThat(with.value(), closeTo(planted.acceptance("middle", 999, 1000), 0.03));
  }

  private OfferCells drawn() {
    Random random = new Random(11);
    OfferCells cells = new OfferCells();
    for (String segment : planted.logPriceCoefficient().keySet().stream().sorted().toList()) {
      for (long price : planted.pricesMinor()) {
        for (long incentive : planted.incentivesMinor()) {
          double p = planted.acceptance(segment, price, incentive);
          long accepted = random.doubles(OFFERS_PER_CELL).filter(u -> u < p).count();
          cells.add(
              new OfferCell(segment, price, incentive),
              Offers.counts(OFFERS_PER_CELL, accepted, 0));
        }
      }
    }
    return cells;
  }
}
