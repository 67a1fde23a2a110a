package io.growthline.domain.pricing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
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
    forth.addAll(one);
    forth.addAll(two);
    OfferCells back = new OfferCells();
    back.addAll(two);
    back.addAll(one);

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

  @Test
  void countsSurviveAsBytes() {
    OfferCells cells = new OfferCells();
    cells.add(new OfferCell("low", 500, 0), new CellCounts(5, 2, 1, 1, -900, 1, 100));
    cells.add(new OfferCell("middle", 700, 300), new CellCounts(1, 0, 0, 0, 0, 0, 0));
    RowBuffer bytes = new RowBuffer(16);
    cells.write(bytes);

    OfferCells read = new OfferCells();
    read.add(new RowCursor().at(bytes.array(), 0));

    assertThat(read, is(cells));
  }

  @Test
  void aSumThatDoesNotFitIsAnError() {
    OfferCell cell = new OfferCell("low", 500, 0);
    OfferCells cells = new OfferCells();
    cells.add(cell, new CellCounts(1, 1, 0, 1, Long.MAX_VALUE, 0, 0));

    assertThrows(
        ArithmeticException.class, () -> cells.add(cell, new CellCounts(1, 1, 0, 1, 1, 0, 0)));
  }
}
