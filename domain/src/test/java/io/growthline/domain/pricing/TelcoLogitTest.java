package io.growthline.domain.pricing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;

import io.growthline.domain.scoring.TelcoChurn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TelcoLogitTest {
  @Test
  void thePublishedQualityOfLogisticRegressionOnChurnIsReproduced() throws Exception {
    TelcoChurn.Quality quality = TelcoChurn.read().crossValidate(TelcoLogitTest::logit);

    assertThat(quality.auc(), closeTo(0.845, 0.0015));
    assertThat(quality.brier(), closeTo(0.135, 0.001));
  }

  private static double[] logit(List<double[]> train, boolean[] outcomes, List<double[]> test)
      throws LogitRegression.NotIdentifiedException {
    List<LogitRegression.Group> groups = new ArrayList<>();
    for (int i = 0; i < outcomes.length; i++) {
      groups.add(new LogitRegression.Group(withIntercept(train.get(i)), 1, outcomes[i] ? 1 : 0));
    }
    LogitFit fit = LogitRegression.fit(groups);
    return test.stream().mapToDouble(row -> fit.probability(withIntercept(row))).toArray();
  }

  private static double[] withIntercept(double[] row) {
    double[] x = new double[row.length + 1];
    x[0] = 1;
    System.arraycopy(row, 0, x, 1, row.length);
    return x;
  }
}
