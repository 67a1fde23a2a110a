package io.growthline.domain.scoring;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import io.growthline.domain.monitoring.Measured;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelMeasuresTest {
  /**
   * Hanley and McNeil 1982, 51 abnormal and 58 normal images: area 0.893, standard error 0.032 from
   * the ratings themselves.
   */
  @Test
  void theVarianceIsThatOfThePublishedExample() {
    assertThat(Math.sqrt(ModelMeasures.variance(0.893, 51, 58)), closeTo(0.032, 0.001));
  }

  @Test
  void theIntervalOfTheAreaStaysWithinItsLimitsAndCountsTheRarerOutcome() {
    Measured auc = ModelMeasures.auc(new ModelMetrics(100, 20, 1.0, 0.1, 0.2, 0.3, 0.0, 0.1));

    assertThat(auc.upper(), closeTo(1, 1e-9));
    // 1 - 0.9126 is 2.326 standard errors at 0.9126.
    assertThat(auc.lower(), closeTo(0.9126, 1e-4));
    assertThat(auc.rows(), is(20L));
  }

  @Test
  void aPerfectBinIsCalibratedAsFarAsChanceAllows() {
    // 99 % of distances of 100 coins from 50 are at most 13.
    Measured error = CalibrationInterval.of(List.of(new CalibrationBin(1, 100, 0.5, 0.7)));

    assertThat(error.value(), closeTo(0.2, 1e-12));
    assertThat(error.lower(), closeTo(0.07, 0.011));
    assertThat(error.upper(), closeTo(0.33, 0.011));
    assertThat(error, is(CalibrationInterval.of(List.of(new CalibrationBin(1, 100, 0.5, 0.7)))));
  }

  @Test
  void manyRowsLeaveLittleToChanceAndCertainRatesNone() {
    Measured many = CalibrationInterval.of(List.of(new CalibrationBin(1, 10_000_000, 0.5, 0.7)));
    assertThat(many.upper() - many.lower(), lessThan(0.001));

    Measured certain = CalibrationInterval.of(List.of(new CalibrationBin(1, 5, 1.0, 1.0)));
    assertThat(certain, is(Measured.estimated(0, 0, 0, 5)));
  }

  @Test
  void aModelFileWithoutTheErrorOfItsSkillHasNoSkillToJudge() {
    TrainedModel old =
        ModelRegistryTest.model("v", new ModelMetrics(20, 5, 0.8, 0.1, 0.2, 0.3, 0.02, null));

    assertThat(ModelMeasures.of(old.metadata(), old.calibration()), not(hasKey("churn_skill")));
  }
}
