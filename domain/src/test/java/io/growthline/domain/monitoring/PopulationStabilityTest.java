package io.growthline.domain.monitoring;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.scoring.Distribution;
import java.util.List;
import org.junit.jupiter.api.Test;

class PopulationStabilityTest {
  @Test
  void equalSharesHaveAnIndexOfZero() {
    assertThat(PopulationStability.index(List.of(0.5, 0.5), List.of(0.5, 0.5)), is(0.0));
  }

  @Test
  void theIndexSumsDifferencesTimesLogRatios() {
    // (0.7 - 0.5) ln(0.7 / 0.5) + (0.3 - 0.5) ln(0.3 / 0.5)
    double psi = PopulationStability.index(List.of(0.5, 0.5), List.of(0.7, 0.3));
    assertThat(psi, closeTo(0.2 * Math.log(1.4) - 0.2 * Math.log(0.6), 1e-12));
    assertThat(psi, closeTo(0.16946, 1e-5));
  }

  @Test
  void anEmptyBinStaysFinite() {
    double psi = PopulationStability.index(List.of(1.0, 0.0), List.of(0.0, 1.0));
    assertThat(psi, closeTo(2 * 0.9999 * Math.log(1e4), 1e-6));
  }

  @Test
  void manyRowsMakeAShiftAWarningAndThenAFailure() {
    assertThat(PopulationStability.status(moved(0.55, 100_000)), is(CheckStatus.PASS));
    assertThat(PopulationStability.status(moved(0.68, 100_000)), is(CheckStatus.WARN));
    assertThat(PopulationStability.status(moved(0.80, 100_000)), is(CheckStatus.FAIL));
  }

  @Test
  void whatChanceExplainsAmongFewRowsIsNoVerdict() {
    // The index is 0.152; a warning begins at 0.1.
    assertThat(PopulationStability.status(moved(0.69, 100)), is(CheckStatus.WITHHELD));
    assertThat(PopulationStability.status(moved(0.69, 100_000)), is(CheckStatus.WARN));
  }

  /**
   * With one degree of freedom χ² is the square of a normal deviate: the index of 0.1097 divided by
   * 1/400 + 1/400 is 4.685², and (4.685 − 2.326)² / 200 is 0.0278; the cube root is a little more
   * cautious.
   */
  @Test
  void theLowerEndIsTheShiftOfWhichTheIndexIsTheQuantile() {
    Distribution half = new Distribution("x", List.of(0.0), List.of(0.5, 0.5), 400);
    Distribution more = new Distribution("x", List.of(0.0), List.of(0.6626, 0.3374), 400);

    Measured index = PopulationStability.measure(half, more, 0.01);

    assertThat(index.value(), closeTo(0.1097, 1e-4));
    assertThat(index.lower(), closeTo(0.0278, 4e-3));
  }

  @Test
  void equalPopulationsMayHaveAShiftAboveAndNoneBelow() {
    Measured index = moved(0.5, 1000);

    assertThat(index.value(), is(0.0));
    assertThat(index.lower(), is(0.0));
  }

  @Test
  void fewerThanAHundredRowsOnEitherSideAreNotJudged() {
    assertThat(PopulationStability.status(moved(0.99, 99)), is(CheckStatus.WITHHELD));
    assertThat(PopulationStability.status(moved(0.99, 100)), is(CheckStatus.FAIL));
  }

  private static Measured moved(double first, long rows) {
    return PopulationStability.measure(
        new Distribution("x", List.of(0.0), List.of(0.5, 0.5), 100_000),
        new Distribution("x", List.of(0.0), List.of(first, 1 - first), rows),
        0.01);
  }
}
