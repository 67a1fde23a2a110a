package io.growthline.domain.pricing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class DemandModelFitterTest {

  @Test
  void acceptanceThatFallsWithPriceGivesAUsableElasticity() {
    DemandModel model = fit(Offers.twoPrices(400, 200));

    // Slope: (logit 0.2 - logit 0.4) / ln 2; the mean price is 7.50.
    double b1 = (Math.log(0.2 / 0.8) - Math.log(0.4 / 0.6)) / Math.log(2);
    double atMean = Math.log(0.4 / 0.6) + b1 * Math.log(750.0 / 500);
    assertThat(model.verdict(), is(Verdict.OK));
    assertThat(model.reasons(), is(empty()));
    assertThat(model.elasticity().value(), closeTo(b1 * (1 - LogitFit.logistic(atMean)), 1e-9));
    assertThat(model.elasticity().upper(), lessThan(0.0));
  }

  @Test
  void everySegmentAndAllTogetherHaveAModel() {
    OfferCells cells = Offers.twoPrices(400, 200);
    cells.add(new OfferCell("low", 500, 0), Offers.counts(10, 1, 0));

    assertThat(
        DemandModelFitter.fit(cells, Offers.audiences(), Offers.AS_OF).models().stream()
            .map(DemandModel::segment)
            .toList(),
        contains("all", "low", "middle"));
  }

  @Test
  void onePriceIsInvalid() {
    OfferCells cells = new OfferCells();
    cells.add(new OfferCell("middle", 500, 0), Offers.counts(1000, 400, 3000));

    assertInvalid(fit(cells), "same price");
  }

  @Test
  void noOffersAreInvalid() {
    assertInvalid(
        DemandModelFitter.fit(new OfferCells(), Offers.audiences(), Offers.AS_OF).models().get(0),
        "No offers");
  }

  @Test
  void acceptanceOfAllOrNoneIsInvalid() {
    assertInvalid(fit(Offers.twoPrices(0, 0)), "No offer was accepted");
    assertInvalid(fit(Offers.twoPrices(1000, 1000)), "Every offer was accepted");
  }

  @Test
  void separationByPriceIsInvalid() {
    assertInvalid(fit(Offers.twoPrices(1000, 0)), "separates");
  }

  @Test
  void acceptanceThatRisesWithPriceIsInvalid() {
    assertInvalid(fit(Offers.twoPrices(200, 400)), "did not fall");
  }

  @Test
  void anIntervalThatContainsZeroIsInconclusive() {
    DemandModel model = fit(Offers.twoPrices(400, 390));

    assertThat(model.verdict(), is(Verdict.INCONCLUSIVE));
    assertThat(model.reasons(), contains(containsString("contains zero")));
  }

  @Test
  void tooFewOffersAreInconclusive() {
    OfferCells cells = new OfferCells();
    cells.add(new OfferCell("middle", 500, 0), Offers.counts(60, 50, 3000));
    cells.add(new OfferCell("middle", 1000, 0), Offers.counts(60, 5, 3000));

    DemandModel model = fit(cells);

    assertThat(model.verdict(), is(Verdict.INCONCLUSIVE));
    assertThat(model.reasons(), contains(containsString("too few")));
  }

  @Test
  void modelsSurviveTheWayThroughTheRegistry() {
    DemandModels models =
        DemandModelFitter.fit(Offers.twoPrices(400, 200), Offers.audiences(), Offers.AS_OF);

    assertThat(DemandModels.fromJson(models.toJson()), is(models));
    assertThat(DemandModels.fromJson(models.toJson()).toJson(), is(models.toJson()));
  }

  @Test
  void aBrokenModelFileSaysWhatToDo() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> DemandModels.fromJson("{\"x\": 1}"));

    assertThat(e.getMessage(), containsString("run the price stage again"));
  }

  private static void assertInvalid(DemandModel model, String reason) {
    assertThat(model.verdict(), is(Verdict.INVALID));
    assertThat(model.reasons(), contains(containsString(reason)));
    assertThat(model.elasticity(), is(nullValue()));
    assertThat(model.fit(), is(nullValue()));
  }

  private static DemandModel fit(OfferCells cells) {
    return DemandModelFitter.fit(cells, Offers.audiences(), Offers.AS_OF)
        .find("middle")
        .orElseThrow();
  }
}
