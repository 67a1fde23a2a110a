package io.growthline.domain.monitoring;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

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
    assertThat(PopulationStability.status(0.09, 10, 10_000, 10_000), is(CheckStatus.PASS));
    assertThat(PopulationStability.status(0.10, 10, 10_000, 10_000), is(CheckStatus.WARN));
    assertThat(PopulationStability.status(0.25, 10, 10_000, 10_000), is(CheckStatus.FAIL));
  }

  @Test
  void whatChanceExplainsAmongFewRowsPasses() {
    // 95 % quantile of chi squared with 9 degrees of freedom is 16.9; over 100 rows that is 0.17.
    assertThat(PopulationStability.status(0.16, 10, 10_000, 100), is(CheckStatus.PASS));
    assertThat(PopulationStability.status(0.18, 10, 10_000, 100), is(CheckStatus.WARN));
    assertThat(PopulationStability.status(0.26, 10, 10_000, 100), is(CheckStatus.FAIL));
  }

  @Test
  void fewerThanAHundredRowsOnEitherSideAreNotJudged() {
    assertThat(PopulationStability.status(5.7, 10, 10_000, 99), is(CheckStatus.WITHHELD));
    assertThat(PopulationStability.status(5.7, 10, 99, 10_000), is(CheckStatus.WITHHELD));
  }
}
