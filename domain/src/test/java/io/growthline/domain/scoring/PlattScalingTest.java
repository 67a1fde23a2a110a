package io.growthline.domain.scoring;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;

import org.junit.jupiter.api.Test;

class PlattScalingTest {
  @Test
  void twoMarginsAreMappedToTheirSmoothedRates() {
    // At margin -1 one of four happened, at +1 three of four; the model has a parameter for each
    // margin, so its fitted probabilities are the means of the smoothed targets 5/6 and 1/6.
    double[] margins = {-1, -1, -1, -1, 1, 1, 1, 1};
    boolean[] outcomes = {true, false, false, false, true, true, true, false};
    PlattScaling scaling = PlattScaling.fit(margins, outcomes);
    assertThat(scaling.probability(-1), closeTo((5.0 / 6 + 3 * 1.0 / 6) / 4, 1e-6));
    assertThat(scaling.probability(1), closeTo((3 * 5.0 / 6 + 1.0 / 6) / 4, 1e-6));
  }

  @Test
  void separableDataStayFinite() {
    PlattScaling scaling =
        PlattScaling.fit(new double[] {-2, -1, 1, 2}, new boolean[] {false, false, true, true});
    assertThat(scaling.probability(2), lessThan(1.0));
    assertThat(scaling.slope(), greaterThan(0.0));
  }

  @Test
  void aMarginThatRanksTheWrongWayHasANegativeSlope() {
    PlattScaling scaling =
        PlattScaling.fit(new double[] {-2, -1, 1, 2}, new boolean[] {true, true, false, false});
    assertThat(scaling.slope(), lessThan(0.0));
  }
}
