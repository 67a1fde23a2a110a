package io.growthline.domain.scoring;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TelcoChurnTest {
  @Test
  void theTreesAreAtLeastAsGoodAsThePublishedLogisticRegression() throws Exception {
    TelcoChurn.Quality quality = TelcoChurn.read().crossValidate(TelcoChurnTest::trees);

    assertThat(quality.auc(), greaterThanOrEqualTo(0.845));
    assertThat(quality.brier(), lessThanOrEqualTo(0.1355));
  }

  private static double[] trees(List<double[]> train, boolean[] outcomes, List<double[]> test) {
    List<LabelledRow> rows = new ArrayList<>();
    for (int i = 0; i < outcomes.length; i++) {
      rows.add(new LabelledRow(LocalDate.EPOCH, train.get(i), outcomes[i]));
    }
    double[] predicted = new Trees(TreeGrower.grow(rows)).margins(test);
    for (int i = 0; i < predicted.length; i++) {
      predicted[i] = 1 / (1 + Math.exp(-predicted[i]));
    }
    return predicted;
  }
}
