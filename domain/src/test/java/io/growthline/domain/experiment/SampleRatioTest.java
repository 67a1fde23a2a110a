package io.growthline.domain.experiment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SampleRatioTest {
  private static final List<Double> HALVES = List.of(0.5, 0.5);

  /** Kohavi, Tang and Xu 2020, chapter 21: a ratio of 0.993 with p = 1.8e-6. */
  @Test
  void thePublishedMismatchIsFound() {
    SampleRatio ratio = SampleRatio.of(List.of(821_588L, 815_482L), HALVES);

    assertThat(ratio.pValue(), closeTo(1.8e-6, 5e-8));
    assertThat(ratio.isMismatch(), is(true));
  }

  @Test
  void sharesAreThoseThatAreDeclared() {
    assertThat(SampleRatio.of(List.of(900L, 100L), List.of(0.9, 0.1)).pValue(), closeTo(1, 1e-12));
    assertThat(SampleRatio.of(List.of(900L, 100L), HALVES).isMismatch(), is(true));
    // (110 − 100)²/100 + (90 − 100)²/100 = 2
    assertThat(SampleRatio.of(List.of(110L, 90L), HALVES).chiSquare(), closeTo(2, 1e-12));
  }

  @Test
  void fewCustomersGiveNoAlarm() {
    assertThat(SampleRatio.of(List.of(8L, 0L), HALVES).isMismatch(), is(false));
    assertThat(SampleRatio.of(List.of(0L, 0L), HALVES).pValue(), is(1.0));
  }

  @Test
  void theSliceAtFaultIsNamed() {
    TreeMap<String, List<Long>> counts = new TreeMap<>();
    counts.put("android", List.of(5_000L, 4_300L));
    counts.put("ios", List.of(6_010L, 5_990L));
    counts.put("web", List.of(500L, 505L));

    List<SampleRatio.Fault> faults = SampleRatio.faults(counts, HALVES);

    assertThat(faults.stream().map(SampleRatio.Fault::value).toList(), contains("android"));
    counts.remove("android");
    assertThat(SampleRatio.faults(counts, HALVES), is(empty()));
  }

  @Test
  void aFaultOfOneOfManySlicesIsJudgedMoreStrictly() {
    TreeMap<String, List<Long>> counts = new TreeMap<>();
    counts.put("a", List.of(1_075L, 925L)); // p = 0.0008 alone
    assertThat(SampleRatio.faults(counts, HALVES).size(), is(1));

    counts.put("b", List.of(1_000L, 1_000L));
    assertThat(SampleRatio.faults(counts, HALVES), is(empty()));
  }

  @Test
  void oneInAThousandFairExperimentsGivesAnAlarm() {
    RandomGenerator random = Arms.random(3);
    int alarms = 0;
    for (int i = 0; i < 20_000; i++) {
      long control = Math.round(5_000 + 50 * random.nextGaussian());
      alarms += SampleRatio.of(List.of(control, 10_000 - control), HALVES).isMismatch() ? 1 : 0;
    }
    assertThat(alarms, greaterThan(8));
    assertThat(alarms, lessThan(36));
  }
}
