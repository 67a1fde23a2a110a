package io.growthline.domain.geo;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreTrendTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3})
  void aboutOneOfTwentyTestsWithoutADriftIsWithheld(double persistence) {
    int seeds = 200;
    for (GeoMethod method : GeoAnalysis.METHODS) {
      int alarms = 0;
      for (int seed = 0; seed < seeds; seed++) {
        Comparison comparison = Regions.withoutEffect(3_000 + seed, 12, 2, persistence);
        alarms += PreTrend.p(method.fit(comparison)) < GeoVerdict.CHECK_ALPHA ? 1 : 0;
      }
      assertThat(method.id(), (double) alarms / seeds, allOf(greaterThan(0.01), lessThan(0.1)));
    }
  }

  @Test
  void aSlopeAsSteepAsTheErrorsOfADayIsSeen() {
    double[] actual = new double[70];
    Arrays.setAll(actual, day -> 0.05 * day + (day % 2 == 0 ? 1 : -1));

    assertThat(
        PreTrend.p(new Counterfactual(actual, new double[70], new double[] {1}, 70)), is(0.001));
  }
}
