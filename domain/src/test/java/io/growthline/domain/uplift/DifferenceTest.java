package io.growthline.domain.uplift;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {
  private static final double Z_95 = 1.959963984540054;

  /** Newcombe 1998, table II, method 10: examples (a), (c), (d) and (h). */
  @ParameterizedTest
  @CsvSource({
    "56, 70, 48, 80, 0.0524, 0.3339",
    "6, 7, 2, 7, 0.0582, 0.8062",
    "5, 56, 0, 29, -0.0381, 0.1926",
    "10, 10, 0, 10, 0.6075, 1.0000"
  })
  void theIntervalsArePublishedOnes(
      long successes, long rows, long others, long otherRows, double lower, double upper) {
    Difference difference = Difference.of(rows, successes, otherRows, others, Z_95);

    assertThat(difference.lower(), closeTo(lower, 5e-5));
    assertThat(difference.upper(), closeTo(upper, 5e-5));
  }

  @Test
  void theSignIsKnownWhenTheIntervalLeavesOutZero() {
    assertThat(Difference.of(1000, 200, 1000, 100).isSigned(), is(true));
    assertThat(Difference.of(1000, 100, 1000, 200).isSigned(), is(true));
    assertThat(Difference.of(1000, 100, 1000, 99).isSigned(), is(false));
  }

  @Test
  void withoutRowsThereIsNoDifference() {
    var error = assertThrows(IllegalArgumentException.class, () -> Difference.of(0, 0, 10, 1));

    assertThat(error.getMessage(), containsString("0 and 10 rows"));
  }

  @Property
  void turningTheSidesTurnsTheInterval(
      @ForAll @IntRange(min = 1, max = 500) int rows,
      @ForAll @IntRange(min = 1, max = 500) int others,
      @ForAll @IntRange(max = 500) int taken,
      @ForAll @IntRange(max = 500) int otherTaken) {
    long a = Math.min(rows, taken);
    long b = Math.min(others, otherTaken);
    Difference one = Difference.of(rows, a, others, b);
    Difference turned = Difference.of(others, b, rows, a);

    assertThat(turned.lower(), closeTo(-one.upper(), 1e-12));
    assertThat(one.lower(), lessThanOrEqualTo(one.estimate()));
    assertThat(one.upper(), greaterThanOrEqualTo(one.estimate()));
    assertThat(one.lower(), greaterThanOrEqualTo(-1.0 - 1e-12));
    assertThat(one.upper(), lessThanOrEqualTo(1.0 + 1e-12));
  }

  /** With 2,000 trials the share covered is within ±1.5 points of 90 % but once in 40 times. */
  @ParameterizedTest
  @CsvSource({"0.20, 0.11, 520, 180", "0.04, 0.04, 300, 100", "0.9, 0.5, 60, 60"})
  void ninetyOfAHundredIntervalsHoldTheTruth(double share, double other, int rows, int others) {
    SplittableRandom random = new SplittableRandom(33);
    int trials = 2_000;
    int held = 0;
    for (int trial = 0; trial < trials; trial++) {
      Difference difference =
          Difference.of(rows, drawn(rows, share, random), others, drawn(others, other, random));
      if (difference.lower() <= share - other && share - other <= difference.upper()) {
        held++;
      }
    }

    assertThat((double) held / trials, greaterThanOrEqualTo(0.885));
    assertThat((double) held / trials, lessThanOrEqualTo(0.94));
  }

  private static long drawn(int rows, double share, SplittableRandom random) {
    return random.doubles(rows).filter(value -> value < share).count();
  }
}
