package io.growthline.domain.experiment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CorrectionTest {
  /** The 15 comparisons of Benjamini and Hochberg 1995, section 4. */
  private static final double[] THROMBOLYSIS = {
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
    0.6528, 0.7590, 1.000
  };

  @Test
  void benjaminiAndHochbergRejectFourOfTheirFifteenAndHolmThree() {
    assertThat(below(Correction.BH, THROMBOLYSIS), is(4L));
    assertThat(below(Correction.HOLM, THROMBOLYSIS), is(3L));
    assertThat(Correction.BH.adjusted(THROMBOLYSIS)[3], closeTo(0.0095 * 15 / 4, 1e-12));
  }

  @Test
  void holmMultipliesBySteps() {
    double[] adjusted = Correction.HOLM.adjusted(new double[] {0.01, 0.04, 0.03, 0.005});

    assertThat(adjusted[3], closeTo(0.02, 1e-12));
    assertThat(adjusted[0], closeTo(0.03, 1e-12));
    assertThat(adjusted[2], closeTo(0.06, 1e-12));
    assertThat(adjusted[1], closeTo(0.06, 1e-12)); // not below the one before
  }

  @Test
  void aComparisonThatWasNotMadeDoesNotCount() {
    double[] adjusted = Correction.HOLM.adjusted(new double[] {0.01, Double.NaN, 0.02});

    assertThat(adjusted[0], closeTo(0.02, 1e-12));
    assertThat(adjusted[1], is(Double.NaN));
    assertThat(Correction.BH.adjusted(new double[0]).length, is(0));
  }

  private static long below(Correction correction, double[] p) {
    return Arrays.stream(correction.adjusted(p)).filter(q -> q <= 0.05).count();
  }
}
