package io.growthline.domain.pricing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.is;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OfferCellsTest {
  private static final OfferCell CELL = new OfferCell("middle", 500, 0);

  @Test
  void offersToEligibleCustomersWithAKnownOutcomeCount() {
    OfferCells cells = new OfferCells();
    cells.add(Offers.offer(true, false, true));
    cells.add(Offers.offer(true, false, false));

    assertThat(cells.all(), is(Map.of(CELL, new CellCounts(2, 1, 0, 1, 1200, 0, 0))));
  }

  @Test
  void offersToVulnerableCustomersNeverCount() {
    OfferCells cells = new OfferCells();
    cells.add(Offers.offer(true, true, true));

    assertThat(cells.all(), is(anEmptyMap()));
  }

  @Test
  void offersThatAreIneligibleOrHaveNoOutcomeYetDoNotCount() {
    OfferCells cells = new OfferCells();
    cells.add(Offers.offer(false, false, true));
    cells.add(Offers.offer(true, false, null));

    assertThat(cells.all(), is(anEmptyMap()));
  }

  @Test
  void marginsCountBeforeTheIncentive() {
    // 12.00 remained after an incentive of 5.00.
    assertThat(
        CellCounts.of(Offers.accepted(1200, 500)), is(new CellCounts(1, 1, 0, 1, 1700, 1, 500)));
  }

  @Test
  void partsAddUpToTheWholeInAnyOrder() {
    OfferCells one = new OfferCells();
    one.add(Offers.offer(true, false, true));
    OfferCells two = new OfferCells();
    two.add(Offers.offer(true, false, false));
    OfferCells forth = new OfferCells();
    forth.add(one);
    forth.add(two);
    OfferCells back = new OfferCells();
    back.add(two);
    back.add(one);

    assertThat(forth, is(back));
    assertThat(forth.all().get(CELL).exposures(), is(2L));
  }

  @Test
  void aSegmentWhoseNameBeginsLikeAnotherStaysApart() {
    OfferCells cells = Offers.twoPrices(100, 50);
    cells.add(new OfferCell("middle-high", 500, 0), Offers.counts(10, 1, 0));

    assertThat(cells.of("middle").size(), is(2));
    assertThat(cells.pooled("all").get(new OfferCell("all", 500, 0)).exposures(), is(1010L));
  }
}
