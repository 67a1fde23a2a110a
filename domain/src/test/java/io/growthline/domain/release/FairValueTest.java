package io.growthline.domain.release;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FairValueTest {
  private static final LocalDate DAY = LocalDate.parse("2026-07-01");

  /** Of 10,000 shown, with so many complaints, support contacts and reviews; a quarter taken. */
  private static OfferFairValue value(long complaints, long support, long reviews) {
    return new FairValue(
            new OfferShown(
                "boost",
                10_000,
                10_000,
                complaints,
                support,
                reviews,
                10_000,
                2_500,
                2_500,
                250_000,
                25_010_000))
        .row(DAY);
  }

  @Test
  void complaintsSupportAndReviewsCountByTheirWeights() {
    // 1 − (0.40 × 0.01 / 0.025 + 0.30 × 0.10 / 0.20 + 0.30 × 0.05 / 0.25)
    assertThat(FairValue.of(0.01, 0.10, 0.05), closeTo(1 - 0.16 - 0.15 - 0.06, 1e-12));
    assertThat("each counts at most in full", FairValue.of(1, 1, 1), closeTo(0, 1e-12));
  }

  @Test
  void theIntervalHoldsTheValue() {
    OfferFairValue row = value(100, 1_000, 500);
    assertThat(row.fairValue(), closeTo(0.63, 1e-9));
    assertThat(row.lower(), allOf(greaterThan(0.55), lessThan(0.63)));
    assertThat(row.upper(), allOf(greaterThan(0.63), lessThan(0.71)));
  }

  @Test
  void aFairOfferWithDemandIsScaled() {
    OfferFairValue row = value(10, 300, 100);
    assertThat(row.action(), is("scale"));
    assertThat(row.downgraded(), is(false));
  }

  @Test
  void anUnfairOfferIsHeldAlthoughItSells() {
    OfferFairValue row = value(150, 1_800, 500);
    assertThat(row.action(), is("hold_fair_value"));
    assertThat(row.downgraded(), is(true));
  }

  @Test
  void manyComplaintsAskForAPerson() {
    assertThat(value(400, 300, 100).action(), is("human_review"));
    assertThat(value(10, 300, 4_300).action(), is("human_review"));
    assertThat(value(10, 3_300, 100).action(), is("human_review"));
  }

  @Test
  void anIntervalThatCrossesAThresholdSaysNothing() {
    OfferFairValue row = value(110, 1_000, 500);
    assertThat(row.action(), is("monitor"));
    assertThat(row.reason(), is("The interval does not exclude a fair value below 0.60."));
  }

  @Test
  void withoutOutcomesThereIsNoValue() {
    OfferFairValue row = new FairValue(new OfferShown("o", 5, 0, 0, 0, 0, 0, 0, 0, 0, 0)).row(DAY);
    assertThat(row.fairValue(), is(nullValue()));
    assertThat(row.reason(), is("No outcome of those shown is known yet."));
  }
}
