package io.growthline.domain.experiment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.scoring.RealData;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WelchTest {
  /** Extra hours of sleep of Student 1908, in tenths: R's `t.test(extra ~ group, data = sleep)`. */
  @Test
  void studentsSleepGivesThePublishedTDegreesAndInterval() {
    Sample first = Sample.ofMean(Arms.of(7, -16, -2, -12, -1, 34, 37, 8, 0, 20)).times(0.1);
    Sample second = Sample.ofMean(Arms.of(19, 8, 11, 1, -1, 44, 55, 16, 46, 34)).times(0.1);

    Effect effect = Welch.means(second, first, 0.95).orElseThrow();

    assertThat(effect.statistic(), closeTo(-1.8608, 5e-5));
    assertThat(Welch.degrees(second, first), closeTo(17.776, 5e-4));
    assertThat(effect.pValue(), closeTo(0.07939, 5e-6));
    assertThat(effect.difference().estimate(), closeTo(0.75 - 2.33, 1e-9));
    assertThat(effect.difference().lower(), closeTo(-3.3654832, 5e-7));
    assertThat(effect.difference().upper(), closeTo(0.2054832, 5e-7));
    assertThat(effect.isSigned(), is(false));
  }

  @Test
  void hillstromsMailsBringThePublishedVisits() throws IOException {
    RealData data = RealData.read("hillstrom.csv", ",");
    Sample none = visits(data, "No E-Mail");
    Sample mens = visits(data, "Mens E-Mail");

    assertThat(none.mean(), closeTo(0.10617, 5e-6));
    assertThat(mens.mean(), closeTo(0.18276, 5e-6));
    assertThat(visits(data, "Womens E-Mail").mean(), closeTo(0.15140, 5e-6));

    Effect effect = Welch.proportions(none, mens, 0.95).orElseThrow();
    assertThat(effect.difference().estimate(), closeTo(0.0766, 5e-5));
    assertThat(effect.statistic(), closeTo(22.5, 0.05));
    assertThat(effect.relative().estimate(), closeTo(0.7214, 5e-4));
    // The unpooled statistic is another.
    assertThat(Welch.means(none, mens, 0.95).orElseThrow().statistic(), closeTo(22.62, 0.005));
  }

  private static Sample visits(RealData data, String arm) {
    List<String> visits = data.where("segment", arm::equals).texts("visit");
    return Arms.proportion(visits.size(), visits.stream().filter("1"::equals).count());
  }

  @Test
  void aRelativeEffectNeedsAControlThatIsNotNearZero() {
    Sample zero = new Sample(100, 0.1, 1);
    Sample some = new Sample(100, 0.5, 1);

    assertThat(Welch.means(zero, some, 0.95).orElseThrow().relative(), is(nullValue()));
    assertThat(
        Welch.means(some, zero, 0.95).orElseThrow().relative().estimate(), closeTo(-0.8, 1e-9));
  }

  @Test
  void thereIsNoEffectWhereNothingVariesOrAnArmIsEmpty() {
    Sample constant = Sample.ofMean(Arms.of(3, 3, 3));

    assertThat(Welch.means(constant, constant, 0.95), is(Optional.empty()));
    assertThat(Welch.proportions(constant, Sample.ofMean(Arms.of(1)), 0.95), is(Optional.empty()));
    assertThat(Welch.means(constant, Sample.ofMean(Moments.none()), 0.95), is(Optional.empty()));
  }

  @Test
  void aRatioIsTheQuotientOfSumsWithTheVarianceOfTheDeltaMethod() {
    // Numerators 2, 4, 6 and denominators 1, 2, 3: the ratio is 2 for every customer.
    Sample exact =
        Sample.ofRatio(Arms.ofPairs(new long[] {2, 1}, new long[] {4, 2}, new long[] {6, 3}));
    assertThat(exact.mean(), is(2.0));
    assertThat(exact.variance(), closeTo(0, 1e-12));

    // y − R x is −1, 0, 1 around R = 2, over a mean denominator of 2.
    Sample spread =
        Sample.ofRatio(Arms.ofPairs(new long[] {1, 1}, new long[] {4, 2}, new long[] {7, 3}));
    assertThat(spread.mean(), is(2.0));
    assertThat(spread.variance(), closeTo(1.0 / 4, 1e-12));
    assertThat(Sample.ofRatio(Arms.ofPairs(new long[] {1, 0})).isUsable(), is(false));
  }
}
