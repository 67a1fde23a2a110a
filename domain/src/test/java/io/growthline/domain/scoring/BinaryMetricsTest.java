package io.growthline.domain.scoring;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

class BinaryMetricsTest {
  private static final boolean[] NO_NO_YES_YES = {false, false, true, true};

  @Test
  void aucIsTheShareOfPairsInTheRightOrder() {
    // Pairs (no, yes): 0.1<0.35, 0.1<0.8, 0.4>0.35 (wrong), 0.4<0.8: three of four.
    assertThat(BinaryMetrics.auc(new double[] {0.1, 0.4, 0.35, 0.8}, NO_NO_YES_YES), is(0.75));
  }

  @Test
  void tiesCountHalfInTheAuc() {
    assertThat(BinaryMetrics.auc(new double[] {0.5, 0.5, 0.5, 0.5}, NO_NO_YES_YES), is(0.5));
  }

  @Test
  void aucOfOneClassIsNotANumber() {
    assertThat(BinaryMetrics.auc(new double[] {0.5}, new boolean[] {true}), is(Double.NaN));
  }

  @Test
  void brierIsTheMeanSquaredError() {
    // (0.01 + 0.16 + 0.4225 + 0.04) / 4
    double brier = BinaryMetrics.brier(new double[] {0.1, 0.4, 0.35, 0.8}, NO_NO_YES_YES);
    assertThat(brier, closeTo(0.158125, 1e-12));
  }

  @Test
  void logLossOfACoinIsLogTwo() {
    double loss = BinaryMetrics.logLoss(new double[] {0.5, 0.5}, new boolean[] {true, false});
    assertThat(loss, closeTo(Math.log(2), 1e-12));
  }

  @Test
  void calibrationErrorWeighsTheDistanceByRows() {
    var bins =
        BinaryMetrics.calibration(
            new double[] {0.8, 0.1, 0.35, 0.4}, new boolean[] {true, false, true, false}, 2);
    assertThat(
        bins,
        contains(
            new CalibrationBin(1, 2, (0.1 + 0.35) / 2, 0.5),
            new CalibrationBin(2, 2, (0.4 + 0.8) / 2, 0.5)));
    // (|0.225 - 0.5| + |0.6 - 0.5|) / 2
    assertThat(BinaryMetrics.expectedCalibrationError(bins), closeTo(0.1875, 1e-12));
  }

  @Test
  void theSkillOfPerfectProbabilitiesHasNoError() {
    double[] perfect = {0, 0, 1, 1};

    assertThat(BinaryMetrics.skillError(perfect, 0.5, NO_NO_YES_YES), is(0.0));
  }

  @Test
  void theErrorOfTheSkillIsThatOfARatioOfMeans() {
    // Squared errors 0.04 0.16 0.04 0.36, mean 0.15; those of 0.5 are 0.25, so the ratio is 0.6.
    // Residuals -0.11 0.01 -0.11 0.21: sqrt((0.0121 + 0.0001 + 0.0121 + 0.0441) / 3 / 4) / 0.25.
    double error = BinaryMetrics.skillError(new double[] {0.2, 0.4, 0.8, 0.4}, 0.5, NO_NO_YES_YES);

    assertThat(error, closeTo(Math.sqrt(0.0684 / 12) / 0.25, 1e-12));
  }
}
