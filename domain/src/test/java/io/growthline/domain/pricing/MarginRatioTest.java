package io.growthline.domain.pricing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.Test;

class MarginRatioTest {
  private static final Estimate NO_CHURN = new Estimate(0, 0, 0);

  @Test
  void halfOfTheRevenueAsMarginAtEveryPriceIsAnExactRatio() {
    // 5.00 and 10.00 for twelve months with 30.00 and 60.00 margin.
    Economics economics = MarginRatio.estimate(Offers.twoPrices(100, 50).of("middle"), NO_CHURN);

    assertThat(economics.marginRatio(), closeTo(0.5, 1e-12));
    assertThat(economics.marginRatioError(), closeTo(0, 1e-12));
  }

  @Test
  void differentMarginsGiveTheRatioOfSumsAndItsError() {
    OfferCells cells = new OfferCells();
    cells.add(new OfferCell("middle", 100, 0), Offers.counts(10, 1, 300));
    cells.add(new OfferCell("middle", 200, 0), Offers.counts(10, 1, 600 + 360));

    Economics economics = MarginRatio.estimate(cells.of("middle"), NO_CHURN);

    // Ratio 1260 / 3600 = 0.35; residuals 300 - 420 = -120 and 960 - 840 = 120.
    assertThat(economics.marginRatio(), closeTo(0.35, 1e-12));
    assertThat(
        economics.marginRatioError(), closeTo(Math.sqrt(2 * 2 * 120.0 * 120.0) / 3600, 1e-12));
  }

  @Test
  void incentivesArePaidInTheObservedShare() {
    OfferCells cells = new OfferCells();
    cells.add(new OfferCell("middle", 500, 1000), new CellCounts(10, 4, 0, 4, 100, 4, 3000));

    assertThat(
        MarginRatio.estimate(cells.of("middle"), NO_CHURN).incentivePayout(), closeTo(0.75, 1e-12));
  }

  @Test
  void oneCellWithMarginsOrUnknownChurnGivesNoRatio() {
    OfferCells one = new OfferCells();
    one.add(new OfferCell("middle", 500, 0), Offers.counts(10, 4, 300));

    assertThat(MarginRatio.estimate(one.of("middle"), NO_CHURN).marginRatio(), is(nullValue()));
    assertThat(
        MarginRatio.estimate(Offers.twoPrices(9, 9).of("middle"), null).marginRatio(),
        is(nullValue()));
  }
}
