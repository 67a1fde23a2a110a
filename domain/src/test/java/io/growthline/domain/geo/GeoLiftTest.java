package io.growthline.domain.geo;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.growthline.domain.pricing.Verdict;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The walkthrough of the package GeoLift, without covariates and without augmentation: chicago and
 * portland of 40 cities, 90 days before and 15 under treatment.
 */
class GeoLiftTest {
  @Test
  void syntheticControlWithFixedEffectsGivesThePublishedFigures()
      throws IOException, PanelException {
    GeoReading reading = reading(1);
    Counterfactual fit = reading.fit();

    assertThat(reading.method().id(), is("synthetic_control"));
    assertThat(fit.att(), closeTo(155.556, 0.0005));
    assertThat(fit.lift(), closeTo(0.054, 0.0005));
    assertThat(fit.att() * reading.regionDays(), closeTo(4667, 0.5));
    assertThat(fit.l2(), closeTo(909.489, 0.0006));
    assertThat(fit.l2() / reading(0).fit().l2(), closeTo(0.1636, 0.00005));
  }

  @Test
  void theEffectIsSignificantAsPublishedButPairsOfOtherCitiesDriftedAsFar()
      throws IOException, PanelException {
    GeoReading reading = reading(1);

    assertThat(reading.interval().p(), lessThan(0.05));
    assertThat(reading.interval().isSigned(), is(true));
    assertThat(reading.verdict(), is(Verdict.INCONCLUSIVE));
    assertThat(
        reading.reasons(),
        contains(
            "Regions without treatment show effects as large (placebo p 0.31, at most 0.1 is needed)."));
  }

  private static GeoReading reading(int method) throws IOException, PanelException {
    GeoTest test =
        new GeoTest(
            "geolift",
            "sales",
            GeoLift.TREATED,
            List.of(),
            GeoLift.START,
            GeoLift.START.plusDays(14),
            null);
    return GeoAnalysis.of(test, GeoLift.test()).get(method);
  }
}
