package io.growthline.domain.pricing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PricingRowsTest {

  @Test
  void theGridSpansWhatWasObservedAndNoMore() {
    OfferCells cells = new OfferCells();
    cells.add(new OfferCell("middle", 500, 0), Offers.counts(1000, 400, 3000));
    cells.add(new OfferCell("middle", 900, 0), Offers.counts(1000, 200, 3000));
    cells.add(new OfferCell("middle", 900, 1200), Offers.counts(1000, 300, 3000));
    List<PricingScenario> rows = scenarios(cells);

    assertThat(
        rows.stream().map(PricingScenario::priceMinor).distinct().sorted().toList(),
        contains(500L, 550L, 600L, 650L, 700L, 750L, 800L, 850L, 900L));
    assertThat(
        rows.stream().map(PricingScenario::incentiveMinor).distinct().sorted().toList(),
        contains(0L, 500L, 1000L, 1200L));
    assertThat(rows.stream().map(PricingScenario::verdict).toList(), everyItem(not(is("invalid"))));
  }

  @Test
  void invalidModelsPublishTheirReasonAndNoNumbers() {
    OfferCells cells = Offers.twoPrices(200, 400);
    PricingScenario row = scenarios(cells).get(0);

    assertThat(row.verdict(), is("invalid"));
    assertThat(row.conversion(), is(nullValue()));
    assertThat(row.revenueMinor(), is(nullValue()));
    assertThat(row.churnRate(), is(nullValue()));
  }

  @Test
  void withoutOffersThereAreNoScenariosButAReason() {
    DemandModels models = DemandModelFitter.fit(new OfferCells(), Offers.audiences(), Offers.AS_OF);

    assertThat(PricingRows.scenarios(models, Guardrails.standard()), is(empty()));
    assertThat(PricingRows.elasticities(models).get(0).verdict(), is("invalid"));
    assertThat(PricingRows.elasticities(models).get(0).minPriceMinor(), is(nullValue()));
  }

  private static List<PricingScenario> scenarios(OfferCells cells) {
    return PricingRows.scenarios(
        DemandModelFitter.fit(cells, Offers.audiences(), Offers.AS_OF), Guardrails.standard());
  }
}
