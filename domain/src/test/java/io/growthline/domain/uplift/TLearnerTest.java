package io.growthline.domain.uplift;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TLearnerTest {
  @Test
  void theEffectOfEachHalfIsFoundAgain() {
    List<TrialRow> rows = trial(6_000, 0.25, 0.0);

    double[] effects = TLearner.crossFitted(rows);

    assertThat(mean(rows, effects, 1), closeTo(0.25, 0.03));
    assertThat(mean(rows, effects, 0), closeTo(0.0, 0.03));
    assertThat(QiniCurve.of(rows, effects).quality().qini().isPositive(), is(true));
  }

  @Test
  void anEffectThatIsEqualForAllMakesNoOrder() {
    List<TrialRow> rows = trial(6_000, 0.1, 0.1);

    QiniCurve.Quality quality = QiniCurve.of(rows, TLearner.crossFitted(rows)).quality();

    assertThat(quality.qini().isPositive(), is(false));
    assertThat(quality.auuc().lower(), greaterThan(0.0));
  }

  @Test
  void outcomesOfAFoldDoNotChangeItsOwnScores() {
    List<TrialRow> rows = trial(900, 0.25, 0.0);
    List<TrialRow> turned =
        rows.stream()
            .map(
                row ->
                    row.fold() == 0
                        ? new TrialRow(0, row.features(), row.treated(), !row.outcome())
                        : row)
            .toList();

    double[] before = TLearner.crossFitted(rows);
    double[] after = TLearner.crossFitted(turned);

    for (int i = 0; i < before.length; i++) {
      if (rows.get(i).fold() == 0) {
        assertThat(after[i], is(before[i]));
      }
    }
  }

  // Half of the customers have 1 in the first input, which decides the effect; the second is noise.
  private static List<TrialRow> trial(int count, double effectOfOne, double effectOfZero) {
    SplittableRandom random = new SplittableRandom(11);
    List<TrialRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] features = {random.nextInt(2), random.nextDouble()};
      boolean treated = random.nextBoolean();
      double effect = features[0] == 1 ? effectOfOne : effectOfZero;
      boolean outcome = random.nextDouble() < 0.15 + (treated ? effect : 0);
      rows.add(new TrialRow(i % TLearner.FOLDS, features, treated, outcome));
    }
    return rows;
  }

  private static double mean(List<TrialRow> rows, double[] effects, double first) {
    double sum = 0;
    long count = 0;
    for (int i = 0; i < effects.length; i++) {
      if (rows.get(i).features()[0] == first) {
        sum += effects[i];
        count++;
      }
    }
    return sum / count;
  }
}
